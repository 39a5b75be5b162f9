// The form of messages to and from an SSH agent.
package dev.wherry.engine.host;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/** Reads messages: four bytes of length, and so many bytes. */
public final class SshAgentMessages {

    /** What OpenSSH's agent takes at most. */
    private static final int LONGEST = 256 * 1024;

    private SshAgentMessages() {
    }

    /** The next message, its length in front; null at the end of the stream. */
    public static byte @Nullable [] next(InputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        DataInputStream data = new DataInputStream(in);
        int length = first << 24 | data.readUnsignedByte() << 16 | data.readUnsignedShort();
        if (length < 0 || length > LONGEST) {
            throw new IOException(
                    "a message of " + Integer.toUnsignedString(length) + " bytes is none of an SSH agent");
        }
        ByteBuffer message = ByteBuffer.allocate(Integer.BYTES + length).putInt(length);
        data.readFully(message.array(), Integer.BYTES, length);
        return message.array();
    }

    /** The next message where there has to be one. */
    public static byte[] answer(InputStream in) throws IOException {
        byte[] message = next(in);
        if (message == null) {
            throw new EOFException("the SSH agent hung up");
        }
        return message;
    }
}
