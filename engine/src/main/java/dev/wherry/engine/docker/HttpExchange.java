// One request and its answer, on a connection of their own.
package dev.wherry.engine.docker;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.wherry.engine.stream.ByteStream;

/**
 * A connection that carries one request. Opening one costs a round trip; a pool would save it, at the price of finding out
 * which of its connections the engine has closed meanwhile.
 */
final class HttpExchange implements Closeable {

    /** What becomes of the connection after the answer. */
    enum Purpose {
        ANSWER("Connection: close\r\n"),
        HIJACK("Connection: Upgrade\r\nUpgrade: tcp\r\n");

        private final String headers;

        Purpose(String headers) {
            this.headers = headers;
        }
    }

    private final ByteStream stream;
    private final InputStream in;
    private final Watchdog watchdog;
    private final String what;

    private HttpExchange(ByteStream stream, Duration limit, String what) {
        this.stream = stream;
        this.in = new BufferedInputStream(stream.input(), 16 * 1024);
        this.watchdog = new Watchdog(stream, limit);
        this.what = what;
    }

    /**
     * Connects, within {@code limit}; from then on the limit counts anew, for the whole exchange, until {@link #unguard}.
     *
     * @param what names the request in messages
     */
    static HttpExchange open(EngineTransport transport, Duration limit, String what) throws IOException {
        CompletableFuture<ByteStream> opening = new CompletableFuture<>();
        Thread.ofVirtual().name("engine-connect").start(() -> {
            try {
                ByteStream opened = transport.open();
                if (!opening.complete(opened)) {
                    opened.close(); // too late, nobody waits for it any more
                }
            } catch (IOException | RuntimeException e) {
                opening.completeExceptionally(e);
            }
        });
        try {
            return new HttpExchange(opening.get(limit.toNanos(), TimeUnit.NANOSECONDS), limit, what);
        } catch (ExecutionException e) {
            throw new IOException("No connection to the engine for " + what + ": " + reason(e), e);
        } catch (TimeoutException e) {
            abandon(opening);
            throw new SocketTimeoutException(
                    "No connection to the engine for " + what + " within " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            abandon(opening);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while connecting to the engine for " + what);
        }
    }

    private static void abandon(CompletableFuture<ByteStream> opening) throws IOException {
        if (!opening.cancel(false) && !opening.isCompletedExceptionally()) {
            opening.join().close(); // it came through at the last moment
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** Sends {@code request} and reads the head of the answer; closes the connection when either fails. */
    EngineResponse send(EngineRequest request, String prefix, Purpose purpose) throws IOException {
        try {
            ResponseHead head = head(request, prefix, purpose);
            boolean raw = purpose == Purpose.HIJACK && head.opensRawStream();
            return new EngineResponse(head.status(), head.headers(), raw ? in : head.body(request.method(), in), this);
        } catch (IOException e) {
            close();
            IOException cause = watchdog.explain(what, e);
            throw cause instanceof SocketTimeoutException
                    ? cause
                    : new IOException("No usable answer from the engine to " + what + ": " + reason(e), e);
        } catch (UncheckedIOException e) {
            close();
            throw new IOException("The content of " + what + " could not be read: " + reason(e), e.getCause());
        }
    }

    private ResponseHead head(EngineRequest request, String prefix, Purpose purpose) throws IOException {
        try {
            new RequestWriter(stream.output(), watchdog::restart).write(request, prefix, purpose.headers);
        } catch (IOException e) {
            return earlyRefusal(e);
        }
        watchdog.restart();
        return ResponseHead.read(in);
    }

    // An engine that refuses a large body answers and hangs up before it has read all of it; then the answer
    // tells more than the broken pipe does.
    private ResponseHead earlyRefusal(IOException unsent) throws IOException {
        try {
            ResponseHead head = ResponseHead.read(in);
            if (head.status() >= 400) {
                return head;
            }
        } catch (IOException e) {
            unsent.addSuppressed(e);
        }
        throw unsent;
    }

    /** Ends the deadline: what follows may take as long as it takes. */
    void unguard() {
        watchdog.close();
    }

    /** The request's failure as its caller should see it. */
    IOException explain(IOException failure) {
        return watchdog.explain(what, failure);
    }

    /** The connection itself, reading on behind the answer's head. */
    ByteStream hijacked() {
        return new HijackedStream(stream, in);
    }

    @Override
    public void close() throws IOException {
        watchdog.close();
        stream.close();
    }
}
