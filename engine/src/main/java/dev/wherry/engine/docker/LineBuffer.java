// Lines out of pieces of output.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** Collects the bytes of one output until its lines are whole. */
final class LineBuffer {

    /** A line that is longer comes in parts, each as a line, so that a log without line ends fits into memory. */
    static final int MAX_LINE = 256 * 1024;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> lines;

    LineBuffer(Consumer<String> lines) {
        this.lines = lines;
    }

    boolean isEmpty() {
        return line.size() == 0;
    }

    void add(byte[] bytes, int offset, int length) {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n' || line.size() + i - from == MAX_LINE) {
                boolean end = bytes[i] == '\n';
                line.write(bytes, from, i - from);
                from = end ? i + 1 : i;
                emit();
            }
        }
        line.write(bytes, from, offset + length - from);
    }

    /** Hands out what has no line end. */
    void finish() {
        if (!isEmpty()) {
            emit();
        }
    }

    private void emit() {
        String text = line.toString(UTF_8);
        line.reset();
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
