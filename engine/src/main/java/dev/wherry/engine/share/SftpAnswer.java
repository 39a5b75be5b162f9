// Writes the fields of an answer.
package dev.wherry.engine.share;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One packet to the guest, used again for each; grows as it must. Not for several threads. */
final class SftpAnswer {

    private static final int HEAD = 4;

    private byte[] packet = new byte[4096];
    private ByteBuffer fields = ByteBuffer.wrap(packet);

    /** Begins a packet: what was in this one before is gone. */
    SftpAnswer begin(int type, int id) {
        fields.clear().position(HEAD);
        fields.put((byte) type).putInt(id);
        return this;
    }

    SftpAnswer number(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    SftpAnswer longNumber(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    SftpAnswer bytes(byte[] value) {
        number(value.length);
        room(value.length).put(value);
        return this;
    }

    SftpAnswer text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    SftpAnswer attributes(Attributes attributes) {
        number(attributes.flags());
        if (attributes.has(Attributes.SIZE)) {
            longNumber(attributes.size());
        }
        if (attributes.has(Attributes.OWNER)) {
            number(attributes.owner().uid()).number(attributes.owner().gid());
        }
        if (attributes.has(Attributes.PERMISSIONS)) {
            number(attributes.permissions());
        }
        if (attributes.has(Attributes.TIMES)) {
            number(attributes.accessed()).number(attributes.modified());
        }
        return this;
    }

    /** Room for {@code length} bytes of data; the caller fills it, then says with {@link #dataEnds} how far it came. */
    ByteBuffer data(int length) {
        number(0);
        return room(length).slice(fields.position(), length);
    }

    SftpAnswer dataEnds(int length) {
        fields.putInt(fields.position() - Integer.BYTES, length);
        fields.position(fields.position() + length);
        return this;
    }

    /** How long the packet is so far. */
    int length() {
        return fields.position();
    }

    /** Puts a number where one was written before. */
    void patch(int position, int value) {
        fields.putInt(position, value);
    }

    void send(OutputStream out) throws IOException {
        fields.putInt(0, fields.position() - HEAD);
        out.write(packet, 0, fields.position());
    }

    private ByteBuffer room(int more) {
        if (fields.remaining() < more) {
            int position = fields.position();
            packet = Arrays.copyOf(packet, Math.max(packet.length * 2, position + more));
            fields = ByteBuffer.wrap(packet).position(position);
        }
        return fields;
    }
}
