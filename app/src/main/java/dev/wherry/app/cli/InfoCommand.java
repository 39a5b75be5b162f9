// "wherry info"
package dev.wherry.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.wherry.app.release.Release;
import dev.wherry.app.settings.EngineUrl;
import dev.wherry.app.updates.KnownFeed;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.EngineVersion;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.image.ReleaseFeed;
import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.stream.SocketStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what the machine is made of and where its files are, whether it runs or not. */
@Command(description = "Show what the machine is made of, and where.", footer = {"", "Example:",
        "  wherry info --json"})
final class InfoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    /**
     * The schema of {@code wherry info --json}.
     *
     * @param version of this program
     * @param newest  a newer one that was heard of; null when none is known
     * @param engine  null unless it runs
     * @param vm      null unless it runs
     */
    record Info(String version, @Nullable String newest, String machine, String state, Files files,
            @Nullable Engine engine,
            MachineReport.@Nullable Vm vm) {
    }

    /** Where things are on the host. */
    record Files(String config, String data, String logs, String disk, String console, String engineSocket) {
    }

    /** The engine's own account of itself. */
    record Engine(String version, String apiVersion, String os, String arch, String kernel) {
    }

    @Override
    public Integer call() throws Exception {
        MachineReport report = machine.launcher().status();
        Info info = new Info(Release.number(), newest().map(ReleaseFeed.Program::version).orElse(null), report.name(),
                report.state().name(), files(machine.files()),
                report.vm() == null ? null : engine(machine.files()), report.vm());
        if (json) {
            Json.print(spec, info);
        } else {
            print(info, spec.commandLine().getOut());
        }
        return ExitCode.DONE;
    }

    private static Optional<ReleaseFeed.Program> newest() {
        return KnownFeed.in(Directories.ofCurrentUser().data()).newerProgram();
    }

    private static Files files(MachineFiles files) {
        Directories folders = Directories.ofCurrentUser();
        return new Files(files.config().toString(), folders.data().toString(), folders.logs().toString(),
                files.disk().toString(), files.vm().serialLog().toString(), files.engineSocket().toString());
    }

    private static @Nullable Engine engine(MachineFiles files) {
        try {
            EngineVersion told = new EngineClient(() -> SocketStream.connect(files.engineSocket())).version();
            return new Engine(told.version(), told.apiVersion().toString(), told.os(), told.arch(), told.kernel());
        } catch (IOException e) {
            // It is paused or just going away; the state tells.
            return null;
        }
    }

    private static void print(Info info, PrintWriter out) {
        line(out, "Wherry", info.version);
        newest().ifPresent(program -> line(out, "Newer", program.version() + " is there: " + program.url()));
        line(out, "Machine", info.machine + " is " + info.state.toLowerCase(Locale.ROOT));
        MachineReport.Vm vm = info.vm;
        if (vm != null) {
            line(out, "VM", "%d CPUs, %d MiB, SSH on port %d, process %d".formatted(vm.cpus(), vm.memoryMiB(),
                    vm.sshPort(), vm.pid()));
            line(out, "Image", vm.image());
            line(out, "Runs by", vm.accelerator() + ": " + vm.reason());
            line(out, "Proxy", vm.proxy() == null ? "none" : vm.proxy());
        }
        Engine engine = info.engine;
        if (engine != null) {
            line(out, "Engine", "%s (API %s) on %s %s, Linux %s".formatted(engine.version, engine.apiVersion, engine.os,
                    engine.arch, engine.kernel));
        }
        line(out, "Socket", EngineUrl.of(Path.of(info.files.engineSocket)));
        line(out, "Config", info.files.config);
        line(out, "Data", info.files.data);
        line(out, "Disk", info.files.disk);
        line(out, "Logs", info.files.logs);
    }

    private static void line(PrintWriter out, String title, String text) {
        out.printf("%-8s %s%n", title, text);
    }
}
