// Terminals on a Mac, up to the point where macOS takes the script.
package dev.wherry.engine.host.mac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MacTerminalTest {

    @TempDir
    private Path folder;
    @TempDir
    private Path scripts;

    private Path program(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void everyWordArrivesAsItIsAndNoScriptIsLeft() throws Exception {
        Path seen = folder.resolve("it's \"seen\" & $HOME");
        Path program = program("my; program's", "printf '%s\\0' \"$@\" > \"$1.new\" && mv \"$1.new\" \"$1\"");
        List<String> words = List.of(seen.toString(), "", " ", "it's", "''", "\"", "$HOME `id` $(id)", "a;b|c&d",
                "back\\slash\\", "new\nline", "%s %n", "*?[a]~", "-n", "--", "!history", "Zoë 漢字 🛶", "#no comment");
        new MacTerminal("sh", scripts).open(Stream.concat(Stream.of(program.toString()), words.stream()).toList());
        await().untilAsserted(() -> assertThat(seen).content().isEqualTo(String.join("\0", words) + "\0"));
        assertThat(scripts).isEmptyDirectory();
    }

    @Test
    void theScriptIsOpenedAsADoubleClickWouldAndIsTheUsersAlone() throws Exception {
        Path seen = folder.resolve("seen");
        Path opener = program("open", "stat -c %a \"$1\" > '" + seen + "'; echo \"$1\" >> '" + seen + "'");
        new MacTerminal(opener.toString(), scripts).open(List.of("wherry", "ssh"));
        assertThat(Files.readAllLines(seen)).first().isEqualTo("700");
        assertThat(Files.readAllLines(seen)).last().asString().endsWith(".command");
    }

    @Test
    void whatCannotBeOpenedIsAFailureAndLeavesNothing() throws Exception {
        Path opener = program("open", "exit 1");
        assertThatThrownBy(() -> new MacTerminal(opener.toString(), scripts).open(List.of("wherry")))
                .isInstanceOf(IOException.class).hasMessageContaining("exit code 1");
        assertThat(scripts).isEmptyDirectory();
    }
}
