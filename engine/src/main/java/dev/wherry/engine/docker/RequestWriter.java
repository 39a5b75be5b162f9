// Puts a request on the wire.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes one HTTP/1.1 request (RFC 9112, 3 and 6). */
final class RequestWriter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHUNK = 32 * 1024;

    private final OutputStream out;
    private final Runnable progress;

    /** @param progress called whenever a piece of a streamed body has gone out */
    RequestWriter(OutputStream out, Runnable progress) {
        this.out = new BufferedOutputStream(out, CHUNK + 64); // a chunk and its frame leave in one piece
        this.progress = progress;
    }

    /**
     * @param prefix     goes before the path: the API version
     * @param connection the header lines that say what becomes of the connection
     * @throws IOException          when the connection fails
     * @throws UncheckedIOException when the caller's own content cannot be read
     */
    void write(EngineRequest request, String prefix, String connection) throws IOException {
        StringBuilder head = new StringBuilder();
        head.append(request.method()).append(' ').append(prefix).append(request.target()).append(" HTTP/1.1\r\n");
        // Go's server refuses a request without Host, and takes any.
        head.append("Host: docker\r\nUser-Agent: wherry\r\n").append(connection);
        request.fields().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        switch (request.body()) {
            case RequestBody.None _ -> send(head, request.method().equals("POST") ? "Content-Length: 0\r\n" : "");
            case RequestBody.Json(var content) -> {
                byte[] bytes = JSON.writeValueAsBytes(content);
                send(head, "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n");
                out.write(bytes);
            }
            case RequestBody.Stream(var type, var content) -> {
                send(head, "Content-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n");
                writeChunks(content);
            }
        }
        out.flush();
    }

    private void send(StringBuilder head, String rest) throws IOException {
        out.write(head.append(rest).append("\r\n").toString().getBytes(ISO_8859_1));
    }

    private void writeChunks(InputStream content) throws IOException {
        byte[] buffer = new byte[CHUNK];
        for (int n = read(content, buffer); n >= 0; n = read(content, buffer)) {
            if (n > 0) { // a chunk of size 0 would end the body
                out.write((Integer.toHexString(n) + "\r\n").getBytes(ISO_8859_1));
                out.write(buffer, 0, n);
                out.write("\r\n".getBytes(ISO_8859_1));
                out.flush();
                progress.run();
            }
        }
        out.write("0\r\n\r\n".getBytes(ISO_8859_1));
    }

    private static int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
