// The conversation with the guest's sshfs: packets in, packets out.
package dev.wherry.engine.share;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/**
 * An SFTP server of version 3 for one connection. It takes one request after the other, so each sees what the one before it did,
 * and reads no further while an answer waits to be taken.
 */
final class SftpServer {

    private static final int BUFFER = 64 * 1024;

    private final Entrance entrance;
    private final SftpAnswer answer = new SftpAnswer();
    private byte[] packet = new byte[BUFFER];

    /** Opens what a client may use, by the first path that it names. */
    @FunctionalInterface
    interface Entrance {

        /**
         * What is open to who names {@code firstPath}.
         *
         * @throws IOException when nothing is
         */
        SftpService open(byte[] firstPath) throws IOException;
    }

    SftpServer(Entrance entrance) {
        this.entrance = entrance;
    }

    /**
     * Serves until the guest has ended its side.
     *
     * @throws IOException when the connection is lost, or the guest does not speak the protocol or is not let in
     */
    void run(InputStream in, OutputStream out) throws IOException {
        DataInputStream requests = new DataInputStream(new BufferedInputStream(in, BUFFER));
        OutputStream answers = new BufferedOutputStream(out, BUFFER);
        SftpRequest first = next(requests);
        if (first == null || first.type() != Sftp.INIT) {
            throw new IOException("the guest does not begin as SFTP does");
        }
        SftpService.greet(answer);
        answer.send(answers);
        answers.flush();
        SftpRequest request = next(requests);
        if (request == null) {
            return;
        }
        try (SftpService service = entrance.open(request.path())) {
            for (; request != null; request = next(requests)) {
                service.answer(request, answer);
                answer.send(answers);
                // As long as more requests are there already, their answers travel together.
                if (requests.available() == 0) {
                    answers.flush();
                }
            }
        }
    }

    private @Nullable SftpRequest next(DataInputStream requests) throws IOException {
        int length;
        try {
            length = requests.readInt();
        } catch (EOFException e) {
            return null;
        }
        if (length < Integer.BYTES + 1 || length > Sftp.MAX_PACKET) {
            throw new IOException("the guest sent an SFTP packet of " + Integer.toUnsignedString(length) + " bytes");
        }
        if (packet.length < length) {
            packet = new byte[length];
        }
        requests.readFully(packet, 0, length);
        return new SftpRequest(packet, length);
    }
}
