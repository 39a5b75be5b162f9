// JSON messages, one a line, over a byte stream.
package dev.wherry.engine.agent;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wherry.engine.stream.ByteStream;
import org.jspecify.annotations.Nullable;

/** Reads and writes messages. Any thread may write; one thread reads. */
final class MessageStream implements Closeable {

    /** Dates stay text, and what a newer program adds is passed over. */
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int LONGEST_LINE = 1 << 20;

    private final ByteStream stream;
    private final InputStream in;

    MessageStream(ByteStream stream) {
        this.stream = stream;
        this.in = new BufferedInputStream(stream.input());
    }

    /**
     * The next message; null at the end of the stream.
     *
     * @throws JsonProcessingException when the line is no JSON
     * @throws IOException when the line has no end, or the stream is lost
     */
    @Nullable
    JsonNode read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (line.size() == LONGEST_LINE) {
                throw new IOException("a message of over " + LONGEST_LINE + " bytes");
            }
            line.write(b);
        }
        return JSON.readTree(line.toByteArray());
    }

    synchronized void write(JsonNode message) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(JSON.writeValueAsBytes(message));
        line.write('\n');
        OutputStream out = stream.output();
        out.write(line.toByteArray());
        out.flush();
    }

    /** The stream beneath for what comes after the messages, with whatever of it was read ahead. */
    ByteStream rest() {
        return stream.withInput(in);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
