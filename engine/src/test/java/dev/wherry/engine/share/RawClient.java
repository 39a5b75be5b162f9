// Sends requests that no honest sshfs sends, for tests.
package dev.wherry.engine.share;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A connection to a server, on which requests are put together by hand. */
final class RawClient implements Closeable {

    private static final int DEADLINE = 10_000;

    private final Socket socket;
    private final DataInputStream in;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(DEADLINE);
        in = new DataInputStream(socket.getInputStream());
        send(new byte[]{Sftp.INIT, 0, 0, 0, 3});
        answer();
    }

    /** An answer: its type, and the status if it is one. */
    record Answer(int type, int status) {
    }

    /** Sends a request with fields of texts, numbers and bytes; the answer. */
    Answer ask(int type, Object... fields) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(packet);
        out.writeByte(type);
        out.writeInt(1);
        for (Object field : fields) {
            switch (field) {
                case Integer number -> out.writeInt(number);
                case Long number -> out.writeLong(number);
                case String text -> {
                    out.writeInt(text.getBytes(UTF_8).length);
                    out.write(text.getBytes(UTF_8));
                }
                default -> throw new IllegalArgumentException("no such field: " + field);
            }
        }
        send(packet.toByteArray());
        return answer();
    }

    private void send(byte[] packet) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(packet.length);
        out.write(packet);
        out.flush();
    }

    /** Sends {@code bytes} as they are; whether the server has ended the connection then. */
    boolean endsAfter(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return in.read() < 0;
    }

    private Answer answer() throws IOException {
        byte[] packet = new byte[in.readInt()];
        in.readFully(packet);
        int type = packet[0] & 0xff;
        return new Answer(type, type == Sftp.STATUS ? packet[8] : 0);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
