// A program that wants to talk to the engine.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.wherry.engine.stream.ByteStream;

/** A connection on the engine socket. While the engine is out of reach it gets an answer that docker prints as it stands. */
final class EngineCaller implements Incoming {

    private static final long LINGER_SECONDS = 2;

    private final ByteStream stream;
    private final OverheardInput asked;

    EngineCaller(ByteStream stream) {
        this.asked = new OverheardInput(stream.input());
        this.stream = stream.withInput(asked);
    }

    @Override
    public ByteStream stream() {
        return stream;
    }

    @Override
    public boolean awaitRequest() throws IOException {
        return asked.awaitRequest();
    }

    @Override
    public boolean onlyListens() {
        return asked.onlyListens();
    }

    @Override
    public void refuse(IOException cause) {
        CompletableFuture<Void> cut = CompletableFuture.runAsync(this::close,
                CompletableFuture.delayedExecutor(LINGER_SECONDS, TimeUnit.SECONDS));
        try {
            OutputStream out = stream.output();
            out.write(unavailable(cause));
            out.flush();
            stream.shutdownOutput();
            // To close on a program that is still writing its request would take the answer from it.
            stream.input().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It has left already, or has been cut.
        } finally {
            cut.cancel(false);
            close();
        }
    }

    // The Engine API's own form of an error.
    private static byte[] unavailable(IOException cause) {
        String body = JsonNodeFactory.instance.objectNode()
                .put("message", "Wherry cannot reach the engine in its VM: " + cause.getMessage()).toString();
        return ("HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
