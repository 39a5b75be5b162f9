// A shell that knows next to nothing, at the end of a terminal or of a pipe.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;

import dev.wherry.engine.guest.TerminalSize;

/** Says every line again. Knows {@code exit [CODE]}, {@code echo}, {@code colours} and {@code size}. */
public final class EchoShell {

    private static final String PROMPT = "\u001b[1;32mfake\u001b[0m:\u001b[1;34m~\u001b[0m# ";
    private static final int END_OF_FILE = 4;
    private static final int INTERRUPT = 3;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;

    private final InputStream in;
    private final OutputStream out;
    private final boolean terminal;
    private final Supplier<TerminalSize> size;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** A shell that reads {@code in} and prints to {@code out}; with a terminal it prompts, and shows what is typed. */
    public EchoShell(InputStream in, OutputStream out, boolean terminal, Supplier<TerminalSize> size) {
        this.in = in;
        this.out = out;
        this.terminal = terminal;
        this.size = size;
    }

    /** Runs until {@code exit} or the end of the input; returns the exit code. */
    public int run() throws IOException {
        prompt();
        for (int key = in.read(); key >= 0; key = in.read()) {
            if (key == '\r' || key == '\n') {
                show(terminal ? "\r\n" : "");
                String typed = line.toString(UTF_8).strip();
                line.reset();
                if (typed.equals("exit") || typed.startsWith("exit ")) {
                    return Integer.parseInt("0" + typed.substring(4).strip());
                }
                answer(typed);
                prompt();
            } else if (terminal && key == END_OF_FILE) {
                return 0;
            } else {
                type(key);
            }
        }
        return 0;
    }

    private void type(int key) throws IOException {
        if (terminal && key == INTERRUPT) {
            line.reset();
            show("^C\r\n");
            prompt();
        } else if (terminal && (key == DELETE || key == BACKSPACE)) {
            erase();
        } else {
            line.write(key);
            if (terminal) {
                out.write(key);
                out.flush();
            }
        }
    }

    private void erase() throws IOException {
        if (line.size() > 0) {
            byte[] typed = line.toByteArray();
            line.reset();
            line.write(typed, 0, typed.length - 1);
            show("\b \b");
        }
    }

    private void answer(String typed) throws IOException {
        String said = switch (typed) {
            case "" -> "";
            case "colours" -> "\u001b[31mred\u001b[0m \u001b[32mgreen\u001b[0m \u001b[1;34mblue\u001b[0m\n";
            case "size" -> size.get().rows() + " " + size.get().columns() + "\n";
            default -> typed.replaceFirst("^echo ", "") + "\n";
        };
        show(terminal ? said.replace("\n", "\r\n") : said);
    }

    private void prompt() throws IOException {
        show(terminal ? PROMPT : "");
    }

    private void show(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }
}
