// The sending end of a channel.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;

import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.RemoteWindow;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.Buffer;

/**
 * Sends bytes on a channel as fast as the far side's window and the connection take them. It holds nothing back: what is
 * written is on its way when {@code write} returns.
 */
final class Outbound extends OutputStream {

    // A receiver may leave its window closed for as long as it likes; a dead connection is noticed by its keep-alive.
    private static final Duration FOREVER = Duration.ofDays(365);
    // Packets that may wait for the socket: enough to keep it busy, too few to be a buffer of their own.
    private static final int UNDERWAY = 8;

    private final GuestChannel channel;
    private final ArrayDeque<IoWriteFuture> underway = new ArrayDeque<>(UNDERWAY);
    private boolean ended;

    Outbound(GuestChannel channel) {
        this.channel = channel;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (ended) {
            throw new IOException("The stream to the guest has been ended");
        }
        try {
            int end = offset + length;
            int at = offset;
            while (at < end) {
                int portion = (int) Math.min(end - at, room());
                send(bytes, at, portion);
                at += portion;
            }
        } catch (IOException e) {
            throw channel.lost(e);
        }
    }

    /** Sends end-of-file (RFC 4254, 5.3). A second call does nothing. */
    @Override
    public synchronized void close() throws IOException {
        if (!ended) {
            ended = true;
            channel.endOutput();
        }
    }

    private long room() throws IOException {
        RemoteWindow window = channel.getRemoteWindow();
        return Math.min(Interruption.guard(() -> window.waitForSpace(FOREVER)), window.getPacketSize());
    }

    private void send(byte[] bytes, int offset, int length) throws IOException {
        Buffer packet = channel.getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_DATA, 8 + length);
        packet.putUInt(channel.getRecipient());
        packet.putBytes(bytes, offset, length);
        channel.getRemoteWindow().consume(length);
        if (underway.size() == UNDERWAY) {
            underway.remove().verify();
        }
        underway.add(channel.writePacket(packet));
    }
}
