// Collects what helps to find out what went wrong.
package dev.wherry.engine.diagnose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.docker.EngineRequest;
import dev.wherry.engine.doctor.AgentAnswer;
import dev.wherry.engine.doctor.Doctor;
import dev.wherry.engine.doctor.DoctorReport;
import dev.wherry.engine.doctor.LocalEngine;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.image.ImageLocation;
import dev.wherry.engine.machine.MachineCatalog;
import dev.wherry.engine.machine.MachineFiles;

/**
 * Writes one zip file of logs, configuration, versions and findings. Keys and disks stay out, and so do secrets, the user's
 * folders and names (see {@link Redaction}). It works whatever is broken: what cannot be had is an entry that says why.
 */
public final class Diagnosis {

    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();
    private static final String ABOUT = """
            What Wherry knows about itself, for whoever looks into a problem with it.
            Secrets, home folders, and the names of user and computer were taken out. Look it through before you pass it on:
            names of containers and images are in it. Nothing was sent anywhere.
            """;

    private final Directories directories;
    private final String machine;
    private final String version;
    private final Map<String, String> environment;
    private final Path home;

    /**
     * A diagnosis.
     *
     * @param machine     the machine that the doctor examines; logs are of all
     * @param version     of this program
     * @param environment variables of this process
     * @param home        the user's home folder
     */
    public Diagnosis(Directories directories, String machine, String version, Map<String, String> environment,
            Path home) {
        this.directories = directories;
        this.machine = machine;
        this.version = version;
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    /**
     * Writes the archive.
     *
     * @return the names of its entries
     * @throws java.nio.file.FileAlreadyExistsException when there is already a file at {@code target}
     */
    public List<String> writeTo(Path target) throws IOException, InterruptedException {
        Archive archive = new Archive(target, Identity.ofCurrentUser(home, environment));
        boolean done = false;
        try (archive) {
            for (Part part : parts()) {
                archive.add(part);
            }
            done = true;
            return archive.names();
        } finally {
            if (!done) {
                Files.deleteIfExists(target);
            }
        }
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.text("README.txt", () -> ABOUT));
        parts.add(Part.text("versions.txt", () -> Versions.of(version)));
        parts.add(Part.text("environment.txt", () -> ShownEnvironment.of(environment)));
        parts.add(Part.text("files.txt", () -> FileListing.of(directories)));
        parts.add(Part.text("doctor.json", () -> json(DoctorReport.of(machine,
                Doctor.of(directories, machine, environment, home).examine(), Map.of()))));
        parts.add(Part.file("image/manifest.json",
                ImageLocation.in(directories.data()).resolve("manifest.json")));
        for (String name : machines()) {
            parts.add(Part.text("machines/" + name + "/status.json", () -> status(name)));
            parts.add(Part.text("machines/" + name + "/docker-version.json", () -> engine(name, "/version")));
            parts.add(Part.text("machines/" + name + "/docker-info.json", () -> engine(name, "/info")));
        }
        files(directories.config(), "wherry.yaml", "config/", parts);
        files(directories.config().resolve("machines"), "*.yaml", "config/machines/", parts);
        files(directories.logs(), "*{.log,.log.*,.out}", "logs/", parts);
        return parts;
    }

    private List<String> machines() {
        List<String> names = new ArrayList<>(new MachineCatalog(directories).names());
        if (!names.contains(machine)) {
            names.add(machine);
        }
        return names;
    }

    private static void files(Path folder, String pattern, String prefix, List<Part> parts) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, pattern)) {
            Stream.Builder<Path> found = Stream.builder();
            files.forEach(found);
            found.build().filter(Files::isRegularFile).sorted()
                    .forEach(file -> parts.add(Part.file(prefix + file.getFileName(), file)));
        } catch (IOException e) {
            parts.add(Part.text(prefix + "unreadable.txt", () -> "Tried to list " + folder + " but failed: " + e));
        }
    }

    private String status(String name) throws Exception {
        MachineFiles files = MachineFiles.of(directories, name);
        return switch (AgentAnswer.ask(new AgentLauncher(directories, name), name, files)) {
            case AgentAnswer.Report(var report) -> json(report);
            case AgentAnswer.Absent absent -> json(absent.report());
            case AgentAnswer.OtherVersion other -> throw new IOException(other.message());
            case AgentAnswer.Silent silent -> throw new IOException("the agent: " + silent.why());
        };
    }

    private String engine(String name, String path) throws IOException {
        Path socket = MachineFiles.of(directories, name).engineSocket();
        return JSON.writeValueAsString(LocalEngine.at(socket).call(EngineRequest.get(path)));
    }

    private static String json(Object value) throws IOException {
        return JSON.writeValueAsString(value);
    }
}
