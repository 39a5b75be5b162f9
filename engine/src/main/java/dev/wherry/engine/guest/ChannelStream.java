// A socket in the guest as a ByteStream.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import dev.wherry.engine.stream.ByteStream;

/** A connection through a channel. */
final class ChannelStream implements ByteStream {

    private final GuestChannel channel;

    ChannelStream(GuestChannel channel) {
        this.channel = channel;
    }

    @Override
    public InputStream input() {
        return channel.inbound();
    }

    @Override
    public OutputStream output() {
        return channel.outbound();
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.outbound().close();
    }

    @Override
    public void close() throws IOException {
        channel.hangUp();
    }

    @Override
    public String toString() {
        return channel.target() + " in the guest";
    }
}
