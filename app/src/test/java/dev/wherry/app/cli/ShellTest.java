// What each shell makes of the code that it is given.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.wherry.engine.host.ShellWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {

    private static final List<String> AWKWARD = List.of("", "unix:///plain/path.sock", "two  spaces ", "it's", "a''b",
            "'", "\"quoted\"", "$HOME ${HOME} $(id) (id)", "`id`", "%PATH% %%", "!! !x", "back\\slash\\", "\\'",
            "*?[a]~",
            "a;b&c|d<e>f#g", "{a,b}", "tab\tbed", "two\nlines", "Zoë 日本 \uD83D\uDEA2 ‘q’ ‚q‛", "-n", "^caret^");

    @ParameterizedTest
    @EnumSource(names = {"SH", "BASH", "ZSH", "FISH"})
    void aShellExportsEveryValueToTheByte(Shell shell) throws Exception {
        Program.require(shell.toString());
        String code = IntStream.range(0, AWKWARD.size()).mapToObj(i -> shell.set("V" + i, AWKWARD.get(i)))
                .collect(Collectors.joining("\n"));
        String names = IntStream.range(0, AWKWARD.size()).mapToObj(i -> " V" + i).collect(Collectors.joining());
        String printed = run(shell, code + "\nprintenv -0" + names);
        assertThat(List.of(printed.split("\0", -1))).startsWith(AWKWARD.toArray(String[]::new))
                .hasSize(AWKWARD.size() + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SH", "BASH", "ZSH", "FISH"})
    void aShellForgetsWhatIsUnset(Shell shell) throws Exception {
        Program.require(shell.toString());
        assertThat(run(shell, shell.set("V0", "x") + "\n" + shell.unset("V0") + "\nprintenv V0; printf %s gone"))
                .isEqualTo("gone");
    }

    @ParameterizedTest
    @EnumSource(names = {"SH", "BASH", "ZSH", "FISH"})
    void theHintRunsWhatACommandPrints(Shell shell) throws Exception {
        Program.require(shell.toString());
        String printing = "printf '%s\\n' " + ShellWord.quote(shell.set("V0", "one two"))
                + " " + ShellWord.quote(shell.set("V1", "three"));
        assertThat(run(shell, shell.running(printing.replace("'\\''", "\"'\"")) + "\nprintenv V0 V1"))
                .isEqualTo("one two\nthree\n");
    }

    @Test
    void fishTakesItByEvalToo() throws Exception {
        Program.require("fish");
        String code = Shell.FISH.set("V0", "one two") + "\n" + Shell.FISH.set("V1", "three");
        assertThat(
                Program.run(Map.of("CODE", code), List.of("fish", "-c", "eval (printf '%s\\n' $CODE); printenv V0 V1")))
                .isEqualTo("one two\nthree\n");
    }

    @Test
    void powershellDoublesEverythingThatItTakesForAQuote() {
        assertThat(Shell.POWERSHELL.set("V", "it's $x `n \"q\" ‘a’ ‚b‛"))
                .isEqualTo("$Env:V = 'it''s $x `n \"q\" ‘‘a’’ ‚‚b‛‛'");
        assertThat(Shell.POWERSHELL.unset("V")).isEqualTo("$Env:V = $null");
    }

    @Test
    void cmdSeesNothingBetweenTheQuotes() {
        assertThat(Shell.CMD.set("V", "C:\\Zoë & co\\100%\\it's!")).isEqualTo("SET \"V=C:\\Zoë & co\\100%\\it's!\"");
        assertThat(Shell.CMD.unset("V")).isEqualTo("SET \"V=\"");
    }

    @ParameterizedTest
    @CsvSource({"/usr/bin/fish, FISH", "-zsh, ZSH", "/bin/dash, SH", "/usr/bin/busybox, SH", "/usr/bin/bash, BASH",
            "C:\\Windows\\System32\\cmd.exe, CMD", "C:\\Program Files\\PowerShell\\7\\pwsh.exe, POWERSHELL",
            "C:\\Program Files\\Git\\usr\\bin\\BASH.EXE, BASH"})
    void theCallingShellIsKnownByItsProgram(String program, Shell shell) {
        assertThat(Shell.detect(Stream.of(program), Map.of("SHELL", "/bin/ksh"), false)).isEqualTo(shell);
    }

    @Test
    void theNearestShellCountsAndOthersInBetweenDoNot() {
        assertThat(Shell.detect(Stream.of("/usr/bin/java", "/usr/bin/make", "/usr/bin/fish", "/bin/bash"), Map.of(),
                false))
                .isEqualTo(Shell.FISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/local/bin/zsh", "zsh"})
    void theLoginShellDecidesWhenNoProcessDoes(String variable) {
        assertThat(Shell.detect(Stream.of("sshd", "systemd"), Map.of("SHELL", variable), false)).isEqualTo(Shell.ZSH);
    }

    @Test
    void withoutAnySignItIsTheSystemsOwn() {
        assertThat(Shell.detect(Stream.of(), Map.of("SHELL", "/bin/tcsh"), false)).isEqualTo(Shell.SH);
        assertThat(Shell.detect(Stream.of(), Map.of("PSModulePath", "x"), true)).isEqualTo(Shell.POWERSHELL);
        assertThat(Shell.detect(Stream.of(), Map.of("PSModulePath", "x", "PROMPT", "$P$G"), true)).isEqualTo(Shell.CMD);
        assertThat(Shell.detect(Stream.of(), Map.of(), true)).isEqualTo(Shell.CMD);
    }

    private static String run(Shell shell, String code) throws Exception {
        // Neither zsh's nor fish's startup files are to have a say.
        List<String> line = new ArrayList<>(List.of(shell.toString()));
        switch (shell) {
            case ZSH -> line.add("-f");
            case FISH -> line.add("-N");
            default -> {
            }
        }
        line.addAll(List.of("-c", code));
        return Program.run(Map.of("LC_ALL", "C.UTF-8"), line);
    }
}
