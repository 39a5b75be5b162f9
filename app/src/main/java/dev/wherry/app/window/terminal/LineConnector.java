// Joins a line to a shell with the terminal that shows it.
package dev.wherry.app.window.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

import com.techsenger.jeditermfx.core.TtyConnector;
import com.techsenger.jeditermfx.core.util.TermSize;
import dev.wherry.app.shell.ShellLine;
import dev.wherry.engine.guest.TerminalSize;

/** A {@link ShellLine} as JediTermFX sees it, which reads no faster than {@code screen} can be drawn. */
record LineConnector(ShellLine line, TerminalScreen screen) implements TtyConnector {

    /** In characters. Each may be a line, and so much work that whoever wants to draw would have to wait long for more of them. */
    private static final int AT_ONCE = 128;

    @Override
    public int read(char[] buffer, int offset, int length) {
        try {
            int n = line.read(buffer, offset, Math.min(length, AT_ONCE));
            screen.giveWay();
            return n;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        line.type(bytes);
    }

    @Override
    public void write(String text) throws IOException {
        write(text.getBytes(UTF_8));
    }

    @Override
    public void resize(TermSize size) {
        try {
            line.resize(new TerminalSize(size.getColumns(), size.getRows()));
        } catch (IOException e) {
            // The shell is lost, of which whoever reads from it hears.
        }
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    // Only for guessing what is about to be typed, which is switched off.
    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public int waitFor() {
        return 0;
    }

    @Override
    public String getName() {
        return "";
    }

    @Override
    public void close() {
        line.close();
    }
}
