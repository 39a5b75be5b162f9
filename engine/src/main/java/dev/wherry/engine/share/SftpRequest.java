// Reads the fields of a request.
package dev.wherry.engine.share;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One packet of the guest, read field after field (RFC 4251, 5 for their form). */
final class SftpRequest {

    private final ByteBuffer fields;
    private final int type;
    private final int id;

    /**
     * A request.
     *
     * @param packet the packet without its length
     * @throws SftpException when it is too short to be one
     */
    SftpRequest(byte[] packet, int length) throws SftpException {
        fields = ByteBuffer.wrap(packet, 0, length);
        try {
            type = fields.get() & 0xff;
            id = fields.getInt();
        } catch (BufferUnderflowException e) {
            throw tooShort();
        }
    }

    int type() {
        return type;
    }

    /** What the answer is to carry; of INIT, the version that the guest speaks. */
    int id() {
        return id;
    }

    /** The path that most requests begin with, or the bytes in its place; they stay to be read. */
    byte[] path() throws SftpException {
        int start = fields.position();
        if (type == Sftp.EXTENDED) {
            data(); // the extension's name
        }
        byte[] path = bytes();
        fields.position(start);
        return path;
    }

    int number() throws SftpException {
        try {
            return fields.getInt();
        } catch (BufferUnderflowException e) {
            throw tooShort();
        }
    }

    long longNumber() throws SftpException {
        try {
            return fields.getLong();
        } catch (BufferUnderflowException e) {
            throw tooShort();
        }
    }

    byte[] bytes() throws SftpException {
        ByteBuffer data = data();
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }

    /** The next string as a view of the packet, which the next request overwrites. */
    ByteBuffer data() throws SftpException {
        int length = number();
        if (length < 0 || length > fields.remaining()) {
            throw tooShort();
        }
        ByteBuffer data = fields.slice(fields.position(), length);
        fields.position(fields.position() + length);
        return data;
    }

    String text() throws SftpException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    Attributes attributes() throws SftpException {
        int flags = number();
        long size = (flags & Attributes.SIZE) != 0 ? longNumber() : 0;
        boolean owned = (flags & Attributes.OWNER) != 0;
        Owner owner = owned ? new Owner(number(), number()) : Owner.ROOT;
        int permissions = (flags & Attributes.PERMISSIONS) != 0 ? number() : 0;
        boolean timed = (flags & Attributes.TIMES) != 0;
        return new Attributes(flags & Attributes.KNOWN, size, owner, permissions, timed ? number() : 0,
                timed ? number() : 0, 0);
    }

    private static SftpException tooShort() {
        return new SftpException(SftpStatus.BAD_MESSAGE, "the packet is shorter than its fields");
    }
}
