// Which of this program's own streams are a terminal.
package dev.wherry.app.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.wherry.engine.host.Platform;
import org.jspecify.annotations.Nullable;

/** The three streams that every program starts with. The JDK itself tells only whether input and output both are a terminal. */
public enum StandardStream {

    /** Standard input. */
    IN("0"),
    /** Standard output. */
    OUT("1"),
    /** Standard error. */
    ERR("2");

    private final String descriptor;

    StandardStream(String descriptor) {
        this.descriptor = descriptor;
    }

    /** Whether all three are the terminal, as when a person types a command and redirects nothing. */
    public static boolean areTerminals() {
        return Stream.of(values()).allMatch(StandardStream::isTerminal);
    }

    /** Whether this one is a terminal. Loads no native code: every command that shows progress asks. */
    public boolean isTerminal() {
        return switch (Platform.current().os()) {
            case LINUX -> isTerminalDevice();
            case MAC -> passesTest();
            case WINDOWS -> isConsole();
        };
    }

    private boolean isTerminalDevice() {
        try {
            String file = Files.readSymbolicLink(Path.of("/proc/self/fd", descriptor)).toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
        } catch (IOException e) {
            return false; // it is closed
        }
    }

    private boolean passesTest() {
        try {
            return new ProcessBuilder("test", "-t", descriptor).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return isConsole();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isConsole() {
        @Nullable
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
