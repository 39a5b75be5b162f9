// What a request carries to the engine.
package dev.wherry.engine.docker;

import java.io.InputStream;

import com.fasterxml.jackson.databind.JsonNode;

/** The body of a request. */
public sealed interface RequestBody {

    /** No body at all. */
    record None() implements RequestBody {
    }

    /** A JSON document, sent with its length. */
    record Json(JsonNode content) implements RequestBody {
    }

    /**
     * Bytes of unknown length, sent in chunks as they come (an image, a build context).
     *
     * @param contentType such as {@code application/x-tar}
     * @param content     read to its end, and left to its owner to close
     */
    record Stream(String contentType, InputStream content) implements RequestBody {
    }
}
