// An answer that is one JSON document after another, for as long as it lasts.
package dev.wherry.engine.docker;

import java.io.Closeable;
import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import org.jspecify.annotations.Nullable;

/** Reads the documents of a streamed answer. One thread reads; any other may {@link #close}, which ends the reading. */
final class JsonStream implements Closeable {

    private static final ObjectReader DOCUMENTS = new ObjectMapper().readerFor(JsonNode.class);

    private final EngineResponse response;
    private @Nullable MappingIterator<JsonNode> documents;
    private volatile boolean closed;

    JsonStream(EngineResponse response) {
        this.response = response;
    }

    /** The next document, waiting for it; null at the end of the answer, or when this was closed. */
    @Nullable
    JsonNode next() throws IOException {
        try {
            MappingIterator<JsonNode> all = documents;
            if (all == null) {
                all = DOCUMENTS.readValues(response.body()); // which waits for the first byte
                documents = all;
            }
            return all.hasNextValue() ? all.nextValue() : null;
        } catch (IOException e) {
            if (closed) {
                return null;
            }
            throw e instanceof JsonProcessingException json
                    ? new IOException("The engine's answer is not JSON: " + json.getOriginalMessage(), e)
                    : e;
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        response.close();
    }
}
