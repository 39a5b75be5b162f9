// "wherry diagnose"
package dev.wherry.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.diagnose.Diagnosis;
import dev.wherry.engine.host.Directories;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Collects what helps to find out what went wrong. */
@Command(description = "Collect logs, settings and versions in one file, to look into a problem.", footer = {"",
        "Secrets, home folders and names are taken out. Nothing is sent anywhere.", "", "Example:",
        "  wherry diagnose -o problem.zip"})
final class DiagnoseCommand implements Callable<Integer> {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Option(names = {"-o",
            "--output"}, paramLabel = "FILE", description = "Where to; a new zip file in this folder if left out.")
    private @Nullable Path output;

    @Override
    public Integer call() throws Exception {
        Path file = output == null
                ? Path.of("wherry-diagnose-" + MOMENT.format(ZonedDateTime.now(ZoneId.systemDefault())) + ".zip")
                : output;
        Diagnosis diagnosis = new Diagnosis(Directories.ofCurrentUser(), machine.name(),
                String.join("\n", new Version().getVersion()), System.getenv(), Directories.home());
        List<String> names = write(diagnosis, file.toAbsolutePath());
        PrintWriter out = spec.commandLine().getOut();
        out.println(file.toAbsolutePath());
        names.forEach(name -> out.println("  " + name));
        out.println("Secrets, home folders and names were taken out. Nothing was sent anywhere: look the file through,"
                + " and pass it on yourself.");
        return ExitCode.DONE;
    }

    private static List<String> write(Diagnosis diagnosis, Path file) throws AgentException, InterruptedException {
        try {
            return diagnosis.writeTo(file);
        } catch (FileAlreadyExistsException e) {
            throw new AgentException(AgentException.Kind.FAILED, "There is already a file " + file + ".",
                    "Name another by -o, or remove that one.");
        } catch (IOException e) {
            throw new AgentException(AgentException.Kind.FAILED,
                    "Tried to write " + file + " but failed because of " + e + ".",
                    "Name a place that you can write to by -o.");
        }
    }
}
