// A guest of which nothing but the engine can be reached, and that always says the same.
package dev.wherry.engine.machine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.stream.ByteStream;

/** Answers every connection to the engine with {@link #ANSWER}, whatever is asked. */
final class AnsweringGuest implements Guest {

    static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK";

    @Override
    public ByteStream openUnix(String path) {
        InputStream answer = new ByteArrayInputStream(ANSWER.getBytes(US_ASCII));
        return new ByteStream() {
            @Override
            public InputStream input() {
                return answer;
            }

            @Override
            public OutputStream output() {
                return OutputStream.nullOutputStream();
            }

            @Override
            public void shutdownOutput() {
                // Nobody listens to the end.
            }

            @Override
            public void close() {
                // There is nothing to free.
            }
        };
    }

    @Override
    public ByteStream openTcp(String host, int port) throws IOException {
        throw new IOException("there is nothing at " + host + ":" + port);
    }

    @Override
    public GuestProcess start(GuestCommand command) throws IOException {
        throw new IOException("there is no shell for " + command.line());
    }
}
