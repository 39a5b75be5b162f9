// Usage: what is asked for wrongly is answered with exit code 2, and help helps.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class UsageTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine wherry = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void anUnknownCommandIsAnsweredWithTheNearestOne() {
        assertThat(wherry.execute("stauts")).isEqualTo(2);
        assertThat(err.toString()).startsWith("wherry: There is no command \"stauts\".").contains("status");
    }

    @Test
    void anUnknownOptionAndNoCommandAreWrongUsage() {
        assertThat(wherry.execute("up", "--faster")).isEqualTo(2);
        assertThat(wherry.execute()).isEqualTo(2);
        assertThat(err.toString()).contains("--faster").contains("Name a command");
    }

    /** All of docker's options are docker's own. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DOCKER")
    void everyCommandHasHelpWhichIsTheSameWhereItIsTheOnlyOneDescribed(Commands command) {
        String word = command.word();
        assertThat(wherry.execute(word, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: wherry " + word)
                .isEqualTo(Objects.requireNonNull(Main.commandLine(word).getSubcommands().get(word)).getUsageMessage());
    }

    @Test
    void versionNamesTheProgram() {
        assertThat(wherry.execute("version")).isZero();
        assertThat(out.toString()).startsWith("wherry ").doesNotContain("${");
    }

    @Test
    void optionsAfterTheFirstWordBelongToTheFarSide() {
        assertThat(positionals("ssh", "-t", "ls", "-l", "--help")).containsExactly("ls", "-l", "--help");
        assertThat(positionals("shell", "-u", "me", "web", "ls", "-u")).containsExactly("web", "ls", "-u");
        assertThat(positionals("docker", "--version", "-H", "x")).containsExactly("--version", "-H", "x");
        assertThat(positionals("docker", "run", "install-shim", "--help")).containsExactly("run", "install-shim",
                "--help");
        assertThat(positionals("docker", "--debug", "install-shim")).containsExactly("--debug", "install-shim");
    }

    @Test
    void aTerminalIsAskedForOrDeclinedButNotBoth() {
        assertThat(wherry.execute("ssh", "-t", "-T", "true")).isEqualTo(2);
    }

    private static Iterable<String> positionals(String... line) {
        return Main.commandLine().parseArgs(line).subcommand().matchedPositionals().stream().distinct()
                .flatMap(each -> each.stringValues().stream()).toList();
    }
}
