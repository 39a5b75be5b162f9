// A program that asks the engine something by way of its socket.
package dev.wherry.engine.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;

import dev.wherry.engine.stream.ByteStream;
import dev.wherry.engine.stream.SocketStream;

/** Asks once for each connection. */
record SocketClient(Path socket) {

    /** What is answered to {@code GET target}. */
    String get(String target) throws IOException {
        try (ByteStream stream = SocketStream.connect(socket)) {
            stream.output().write(("GET " + target + " HTTP/1.1\r\nHost: docker\r\n\r\n").getBytes(UTF_8));
            stream.output().flush();
            return new String(stream.input().readAllBytes(), UTF_8);
        }
    }

    /** Connects and leaves again without a word. */
    void look() throws IOException {
        SocketStream.connect(socket).close();
    }
}
