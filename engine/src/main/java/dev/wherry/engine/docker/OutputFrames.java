// Two outputs on one connection, taken apart again.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * Reads the multiplexed format of attach, exec and logs without a terminal: frames of one byte for the stream, three of zero, four
 * for the length with the highest first, and the content (Engine API, {@code ContainerAttach}, "Stream format").
 */
final class OutputFrames {

    /**
     * A piece of output.
     *
     * @param error whether it belongs to the standard error
     */
    record Frame(boolean error, byte[] content) {
    }

    /** Larger than any that the engine makes: it cuts output into pieces of 16 to 32 KiB. */
    private static final int MAX_CONTENT = 16 * 1024 * 1024;
    private static final int HEADER = 8;
    private static final int STDERR = 2;
    private static final int SYSTEM_ERROR = 3;

    private final InputStream in;

    OutputFrames(InputStream in) {
        this.in = in;
    }

    /**
     * The next piece; null when there is no more.
     *
     * @throws IOException when the stream breaks off, or says that something failed on the way
     */
    @Nullable
    Frame next() throws IOException {
        byte[] header = in.readNBytes(HEADER);
        if (header.length == 0) {
            return null;
        }
        if (header.length < HEADER) {
            throw new EOFException("The engine's output ended in the middle of a frame");
        }
        int length = ByteBuffer.wrap(header).getInt(4);
        if (header[0] > SYSTEM_ERROR || length < 0 || length > MAX_CONTENT) {
            throw new ProtocolException("The engine's output is not in frames: one of kind " + header[0] + " and of "
                    + length + " bytes");
        }
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException("The engine's output ended in the middle of a frame");
        }
        if (header[0] == SYSTEM_ERROR) {
            throw new IOException("The engine could not read on: " + new String(content, UTF_8).strip());
        }
        return new Frame(header[0] == STDERR, content);
    }
}
