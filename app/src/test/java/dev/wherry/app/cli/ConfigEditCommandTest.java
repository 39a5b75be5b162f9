// "wherry config edit" with editors that are shell scripts, and what only a process of its own shows: its environment.
package dev.wherry.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.wherry.engine.host.ShellWord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigEditCommandTest {

    @TempDir
    private Path folder;
    private Path home;
    private Path file;

    private record Result(int exitCode, String output) {
    }

    @BeforeEach
    void writeAFile() throws Exception {
        home = folder.resolve("zoë's home");
        file = Files.createDirectories(home.resolve("config")).resolve("wherry.yaml");
        Files.writeString(file, "cpus: 1 # mine\n");
    }

    @Test
    void onlyARightFileTakesTheOldOnesPlace() throws Exception {
        Result right = wherry("echo 'memory: 2GiB' >>", "config", "edit");
        assertThat(right.exitCode).as(right.output).isZero();
        assertThat(right.output).contains("memory: ", "-> 2GiB.");
        assertThat(file).hasContent("cpus: 1 # mine\nmemory: 2GiB\n");
        assertThat(home.resolve("config")).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void aMistakeIsNamedAndWhatWasTypedIsKept() throws Exception {
        Result wrong = wherry("echo 'memroy: 2GiB' >>", "config", "edit");
        assertThat(wrong.exitCode).isEqualTo(3);
        assertThat(wrong.output).contains(file + ", line 2", "did you mean \"memory\"?", "what you typed is kept in ");
        assertThat(file).hasContent("cpus: 1 # mine");
        assertThat(Path.of(wrong.output.strip().replaceFirst("(?s).*kept in (.*)\\.", "$1")))
                .hasContent("cpus: 1 # mine\nmemroy: 2GiB\n");
    }

    @Test
    void anEditorThatFailsOrChangesNothingLeavesNothingBehind() throws Exception {
        Result failed = wherry("false", "config", "edit");
        assertThat(failed.exitCode).isEqualTo(1);
        assertThat(failed.output).contains("\"false\"", "exit code 1", "VISUAL");
        Result nothing = wherry("true", "config", "edit");
        assertThat(nothing.exitCode).isZero();
        assertThat(nothing.output).contains("Nothing was changed.");
        assertThat(home.resolve("config")).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void atATerminalAMistakeCanBeCorrected() throws Exception {
        Path editor = Files.writeString(folder.resolve("editor"),
                "grep -q '^memroy' \"$1\" && sed -i s/memroy/memory/ \"$1\" || echo 'memroy: 2GiB' >> \"$1\"\n");
        String command = commandLine("config", "edit").stream().map(ShellWord::quote).collect(Collectors.joining(" "));
        Result result = run(List.of("script", "-qec", command, "/dev/null"), "sh " + editor, "e\n");
        assertThat(result.exitCode).as(result.output).isZero();
        assertThat(result.output).contains("line 2", "Edit again, keep what you typed in a file, or abandon it?");
        assertThat(file).hasContent("cpus: 1 # mine\nmemory: 2GiB\n");
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws Exception {
        Result result = run(commandLine("config", "show", "--origin"), "true", "");
        assertThat(result.output).containsPattern("cpus +1 +.*wherry.yaml:1")
                .containsPattern("disk +70GiB +WHERRY_DISK");
    }

    private Result wherry(String editor, String... arguments) throws Exception {
        return run(commandLine(arguments), editor, "");
    }

    private static List<String> commandLine(String... arguments) {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(List.of(arguments));
        return line;
    }

    private Result run(List<String> line, String editor, String input) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(Map.of("WHERRY_HOME", home.toString(), "VISUAL", editor,
                "WHERRY_DISK", "70GiB", "LC_ALL", "C.UTF-8"));
        Process process = builder.start();
        process.outputWriter(UTF_8).append(input).flush();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), output);
    }
}
