// Completion, as the shells themselves answer.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"res|reset restart resume", "'context '|install remove", "up --qu|--quiet",
            "env --shell z|zsh"})
    void bashCompletes(String typed, String expected) throws Exception {
        String ask = """
                source "$0"
                COMP_LINE="wherry $1" COMP_POINT=$((${#1} + 7))
                read -ra COMP_WORDS <<<"$COMP_LINE"
                [[ $COMP_LINE != *" " ]] || COMP_WORDS+=("")
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _complete_wherry
                printf '%s\\n' "${COMPREPLY[@]}"
                """;
        Path script = script("bash");
        assertThat(
                Program.run(Map.of(), List.of("bash", "-c", ask, script.toString(), typed)).lines().map(String::strip))
                .contains(expected.split(" "));
        assertThat(Program.run(Map.of(), List.of("bash", "-c", "source \"$0\"; complete -p wherry", script.toString())))
                .contains("_complete_wherry");
    }

    @Test
    void zshCompletesOnATerminal() throws Exception {
        Program.require("zsh");
        // The second shell has a terminal, and reads the Tab as its user's; each read waits for what is to appear.
        String ask = """
                zmodload zsh/zpty
                zpty shell 'TERM=dumb zsh -f -i'
                zpty -w shell "autoload -Uz compinit; compinit -u -D; source '$0'; bindkey '^I' complete-word; echo READY"
                zpty -r shell shown '*READY*READY*'
                zpty -w -n shell $'wherry shellin\t'
                zpty -r shell shown '*shellinit *'
                zpty -d shell
                """;
        Program.run(Map.of("HOME", folder.toString()), List.of("zsh", "-f", "-c", ask, script("zsh").toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"res|reset restart resume", "-m other res|reset restart resume",
            "'context '|install remove", "start --qu|--quiet", "up --qu|--quiet", "env --shell z|zsh",
            "completion po|powershell", "context install --u|--use", "docker un|uninstall-shim", "logs up --qu|"})
    void fishCompletes(String typed, String expected) throws Exception {
        Program.require("fish");
        String ask = "source $argv[1]; complete -C \"wherry $argv[2]\"";
        List<String> offered = Program.run(Map.of("HOME", folder.toString()), List.of("fish", "-N", "-c", ask,
                script("fish").toString(), typed)).lines().map(line -> line.replaceFirst("\t.*", "")).toList();
        assertThat(offered).isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void powershellHasATableOfWhatFollowsWhat() throws Exception {
        String script = printed("powershell");
        assertThat(script).startsWith("Register-ArgumentCompleter -Native -CommandName wherry")
                .contains("'context' = @('install', 'remove', ")
                .contains("'context install' = @('")
                .contains("'env --shell=' = @('sh', 'bash', 'zsh', 'fish', 'powershell', 'cmd')")
                .contains("'shellinit --shell=' = @(");
        assertThat(script.lines().filter(line -> line.startsWith("        '' = "))).singleElement().asString()
                .contains("'up', 'start', 'boot'", "'--machine'");
        assertThat(script.chars().filter(c -> c == '{').count())
                .isEqualTo(script.chars().filter(c -> c == '}').count());
    }

    private Path script(String shell) throws Exception {
        return Files.writeString(folder.resolve("completion"), printed(shell));
    }

    private static String printed(String shell) {
        StringWriter out = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(out)).execute("completion", shell)).isZero();
        return out.toString();
    }
}
