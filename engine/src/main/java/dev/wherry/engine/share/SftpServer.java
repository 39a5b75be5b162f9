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
 * An SFTP server of version 3 for one share and one session. It takes one request after the other, so each sees what the one
 * before it did, and reads no further while an answer waits to be taken.
 */
final class SftpServer {

    private static final int BUFFER = 64 * 1024;

    private final SftpService service;
    private final SftpAnswer answer = new SftpAnswer();
    private byte[] packet = new byte[BUFFER];

    /**
     * A server of {@code share}, whose folder must exist.
     *
     * @param changes to be told of what the guest changes
     */
    SftpServer(Share share, GuestChanges changes) throws IOException {
        service = new SftpService(new ShareFiles(share, changes));
    }

    /**
     * Serves until the guest has ended its side.
     *
     * @throws IOException when the connection is lost, or the guest does not speak the protocol
     */
    void run(InputStream in, OutputStream out) throws IOException {
        DataInputStream requests = new DataInputStream(new BufferedInputStream(in, BUFFER));
        OutputStream answers = new BufferedOutputStream(out, BUFFER);
        try (service) {
            for (SftpRequest request = next(requests); request != null; request = next(requests)) {
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
