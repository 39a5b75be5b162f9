// Follows a container's log line by line.
package dev.wherry.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a container's log. One thread reads; any other may {@link #close}, which ends the reading.
 */
public final class LogReader implements Closeable {

    private static final int PIECE = 16 * 1024;

    private final EngineResponse response;
    private final boolean terminal;
    private final boolean timestamps;
    private final OutputFrames frames;
    private final Queue<LogLine> lines = new ArrayDeque<>();
    private final LineBuffer output = new LineBuffer(line -> take(false, line));
    private final LineBuffer error = new LineBuffer(line -> take(true, line));
    private boolean ended;
    private volatile boolean closed;

    LogReader(EngineResponse response, boolean terminal, boolean timestamps) {
        this.response = response;
        this.terminal = terminal;
        this.timestamps = timestamps;
        this.frames = new OutputFrames(response.body());
    }

    /**
     * The next line, waiting for it when the log is followed; null at its end: the container has ended, or this was closed.
     *
     * @throws IOException when the connection is lost
     */
    public @Nullable LogLine next() throws IOException {
        try {
            while (lines.isEmpty() && !ended) {
                ended = !(terminal ? readPiece() : readFrame());
                if (ended) {
                    output.finish();
                    error.finish();
                }
            }
            return closed ? null : lines.poll();
        } catch (IOException e) {
            if (closed) {
                return null;
            }
            throw e;
        }
    }

    private boolean readPiece() throws IOException {
        byte[] piece = new byte[PIECE];
        int length = response.body().read(piece);
        if (length > 0) {
            output.add(piece, 0, length);
        }
        return length >= 0;
    }

    private boolean readFrame() throws IOException {
        OutputFrames.Frame frame = frames.next();
        if (frame != null) {
            add(frame.error() ? error : output, frame.content());
        }
        return frame != null;
    }

    // The engine keeps a line of more than 16 KiB in parts, and gives each its time.
    private void add(LineBuffer line, byte[] content) {
        int from = timestamps && !line.isEmpty() ? afterBlank(content) : 0;
        line.add(content, from, content.length - from);
    }

    private static int afterBlank(byte[] content) {
        int i = 0;
        while (i < content.length && content[i] != ' ') {
            i++;
        }
        return Math.min(i + 1, content.length);
    }

    private void take(boolean isError, String line) {
        int blank = timestamps ? line.indexOf(' ') : -1;
        lines.add(new LogLine(isError, blank < 0 ? "" : line.substring(0, blank), line.substring(blank + 1)));
    }

    @Override
    public void close() throws IOException {
        closed = true;
        response.close();
    }
}
