// One SSH channel to the guest: what all our kinds of channels have in common.
package dev.wherry.engine.guest;

import java.io.IOException;

import org.apache.sshd.client.channel.AbstractClientChannel;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.buffer.Buffer;

/**
 * A channel of RFC 4254, section 5. It replaces the streams of the SSH library by {@link Inbound} and {@link Outbound}, for
 * three reasons: theirs end only at CHANNEL_CLOSE instead of CHANNEL_EOF, theirs may keep the connection's one reading thread
 * waiting, and theirs copy every byte once more.
 */
abstract class GuestChannel extends AbstractClientChannel {

    private final Inbound inbound = new Inbound(this::release);
    private final Outbound outbound = new Outbound(this);

    GuestChannel(String type) {
        super(type);
    }

    Inbound inbound() {
        return inbound;
    }

    Outbound outbound() {
        return outbound;
    }

    /** Appends what follows the window sizes in the CHANNEL_OPEN message of this type. */
    abstract void putTarget(Buffer open);

    /** What this channel leads to, for messages. */
    abstract String target();

    /** What the server's reason for not opening this channel means. */
    String explain(String reason) {
        return reason;
    }

    @Override
    public synchronized OpenFuture open() throws IOException {
        openFuture = new DefaultOpenFuture(target(), futureLock);
        Buffer open = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_OPEN, 256);
        open.putString(getChannelType());
        open.putUInt(getChannelId());
        open.putUInt(getLocalWindow().getSize());
        open.putUInt(getLocalWindow().getPacketSize());
        putTarget(open);
        writePacket(open);
        return openFuture;
    }

    @Override
    protected void doOpen() {
        // Nothing to set up: the streams exist from the start.
    }

    @Override
    protected void doWriteData(byte[] data, int offset, long length) throws IOException {
        inbound.accept(data, offset, (int) length);
    }

    @Override
    protected void doWriteExtendedData(byte[] data, int offset, long length) throws IOException {
        release((int) length); // only a command has a second stream
    }

    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        endInput();
    }

    @Override
    public void handleClose() throws IOException {
        endInput(); // a far side may close without an end-of-file before it
        super.handleClose();
    }

    @Override
    protected void preClose() {
        IOException lost = new IOException("The connection to the guest ended before " + target() + " did");
        failInput(lost);
        // Whoever waits for the answer to our CHANNEL_OPEN would wait in vain once the session is gone.
        if (openFuture != null && getSession().isClosing()) {
            openFuture.setException(new SshException(lost.getMessage()));
        }
        super.preClose();
    }

    void endInput() {
        inbound.end();
    }

    void failInput(IOException cause) {
        inbound.fail(cause);
    }

    void endOutput() throws IOException {
        sendEof();
    }

    /** Closes at once on our side, and tells the far side. Does not wait for its answer. */
    void hangUp() throws IOException {
        inbound.close();
        close(false);
    }

    /** The reason why writing failed, in words that name the target. */
    IOException lost(IOException cause) {
        String reason = isClosing() ? "the channel is closed" : String.valueOf(cause.getMessage());
        return new IOException("Tried to send to " + target() + " in the guest but failed because " + reason, cause);
    }

    final void release(int bytes) throws IOException {
        if (!isClosing()) {
            getLocalWindow().release(bytes);
        }
    }
}
