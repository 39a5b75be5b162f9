// docs/coming-from.md: every command that it gives really does what it says, in the order given.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("vm")
class ComingFromVmTest {

    /** Old word, command, and what is different; a command that does not end with 0 is followed by its exit code. */
    private static final Pattern ROW = Pattern.compile("\\| (.+) \\| `(.+?)`(?: \\(exit code (\\d+)\\))? \\|.*\\|");
    private static final String HEAD = "| You typed | Type here | What is different |";

    @TempDir
    private Path folder;

    /** A table starts its machine several times. */
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    @ParameterizedTest
    @CsvSource({"boot2docker, 20", "docker-machine, 19", "Colima, 16"})
    void everyRowOfATableWorks(String table, int rows) throws Exception {
        List<Matcher> commands = rowsOf(table);
        assertThat(commands).as("a row for every command").hasSize(rows);
        try (Wherry wherry = new Wherry()) {
            Map<String, String> environment = environment(wherry);
            SoftAssertions all = new SoftAssertions();
            try {
                for (Matcher row : commands) {
                    Command.Result result = new Command(List.of("sh", "-c", "cd \"$0\" && " + row.group(2),
                            folder.toString()), environment).withInput("exit 0\n".getBytes(UTF_8)).run();
                    all.assertThat(result.exitCode()).as("%s: %s%n%s", row.group(1), row.group(2), result.stderr())
                            .isEqualTo(row.group(3) == null ? 0 : Integer.parseInt(row.group(3)));
                }
            } finally {
                removeOtherMachines(wherry);
            }
            all.assertAll();
        }
    }

    private static List<Matcher> rowsOf(String table) throws Exception {
        String text = Files.readString(Path.of("../docs/coming-from.md"));
        String section = text.substring(text.indexOf("\n## " + table + "\n")).substring(1);
        List<String> lines = section.lines().dropWhile(line -> !line.equals(HEAD)).skip(2)
                .takeWhile(line -> line.startsWith("|")).toList();
        return lines.stream().map(ROW::matcher).peek(row -> assertThat(row.matches()).as("%s", row).isTrue()).toList();
    }

    /** Puts "wherry" on the PATH, as an installed one is, and keeps away from the user's own settings. */
    private Map<String, String> environment(Wherry wherry) throws Exception {
        Path program = folder.resolve("wherry");
        String line = wherry.wherry().line().stream().map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        Files.writeString(program, "#!/bin/sh\nexec " + line + " \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = new HashMap<>(wherry.environment());
        environment.put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
        environment.put("DOCKER_CONFIG", folder.resolve("docker-config").toString());
        environment.put("EDITOR", "true");
        environment.put("VISUAL", "true");
        return environment;
    }

    /** What a row that failed has left; the machine without a name is the fixture's own to delete. */
    private static void removeOtherMachines(Wherry wherry) throws Exception {
        if (Files.exists(wherry.home().resolve("data/machines/dev"))) {
            wherry.wherry("delete", "-m", "dev", "--yes").run();
        }
    }
}
