// An answer of the engine whose body is read as it comes.
package dev.wherry.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The head of an answer and the stream of its body. Whoever gets one closes it; that ends the connection. */
public final class EngineResponse implements Closeable {

    private final int status;
    private final Headers headers;
    private final InputStream body;
    private final HttpExchange exchange;

    EngineResponse(int status, Headers headers, InputStream body, HttpExchange exchange) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.exchange = exchange;
    }

    /** The HTTP status: below 400, or there would be an {@link EngineException} in its place. */
    public int status() {
        return status;
    }

    /** The header fields. */
    public Headers headers() {
        return headers;
    }

    /**
     * The body, with its transfer coding removed. Ends with -1 only when it is complete; a connection that is lost before is
     * an {@link IOException}.
     */
    public InputStream body() {
        return body;
    }

    HttpExchange exchange() {
        return exchange;
    }

    @Override
    public void close() throws IOException {
        exchange.close();
    }
}
