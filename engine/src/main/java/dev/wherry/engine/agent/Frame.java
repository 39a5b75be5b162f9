// What a connection carries after "exec": the streams of one command.
package dev.wherry.engine.agent;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * One piece of a command's traffic. On the wire: a byte for the kind, the payload's length as a 32-bit big-endian number, the
 * payload.
 *
 * @param kind    what the payload is
 * @param payload at most {@link #LARGEST} bytes
 */
record Frame(Kind kind, byte[] payload) {

    static final int LARGEST = 64 * 1024;
    /**
     * How much standard input a client may send ahead of what the command has taken, in bytes. Beyond it the client waits, so that
     * signals, sizes and the client's own end always get through to the agent.
     */
    static final int AHEAD = 8 * LARGEST;

    /** The kinds of frames, by their number on the wire. */
    enum Kind {
        /** Client to agent: for standard input; empty for its end. */
        STDIN(0),
        /** Agent to client: from standard output. */
        STDOUT(1),
        /** Agent to client: from standard error. */
        STDERR(2),
        /** Client to agent: the terminal's new columns and rows, 32 bits each. */
        RESIZE(3),
        /** Client to agent: a signal's name. */
        SIGNAL(4),
        /** Agent to client, last of all: the exit code, 32 bits. */
        EXIT(5),
        /** Agent to client, last of all: why the command's end is not known, as text. */
        LOST(6),
        /** Agent to client: how many bytes of standard input have been taken, 32 bits. */
        TAKEN(7);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        static Kind of(int number) throws IOException {
            for (Kind kind : values()) {
                if (kind.number == number) {
                    return kind;
                }
            }
            throw new IOException("no kind of frame: " + number);
        }
    }

    /** The payload as a number. */
    int number() throws IOException {
        if (payload.length != Integer.BYTES) {
            throw new IOException(kind + " with " + payload.length + " bytes");
        }
        return ByteBuffer.wrap(payload).getInt();
    }

    /** The next frame; null when the stream ends between two. */
    static @Nullable Frame read(DataInputStream in) throws IOException {
        int number = in.read();
        if (number < 0) {
            return null;
        }
        Kind kind = Kind.of(number);
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new Frame(kind, payload);
    }

    /** Writes and flushes a frame with {@code length} bytes of {@code bytes}; any thread may, one at a time. */
    static void write(DataOutputStream out, Kind kind, byte[] bytes, int offset, int length) throws IOException {
        synchronized (out) {
            out.write(kind.number);
            out.writeInt(length);
            out.write(bytes, offset, length);
            out.flush();
        }
    }

    static void write(DataOutputStream out, Kind kind, int number) throws IOException {
        write(out, kind, ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    static void write(DataOutputStream out, Kind kind, byte[] bytes) throws IOException {
        write(out, kind, bytes, 0, bytes.length);
    }
}
