// The text parts of an HTTP/1.1 message: start line, header fields, chunk sizes. Limits first, trust later.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** Reads lines and header fields (RFC 9112, 2.2 and 5). */
final class MessageReader {

    /** Longest line accepted, in bytes; the engine's own stay far below. */
    static final int MAX_LINE = 16 * 1024;
    /** Most header or trailer fields accepted in one message. */
    static final int MAX_FIELDS = 128;

    private MessageReader() {
    }

    /**
     * One line without its end, which may be CRLF or a bare LF.
     *
     * @throws EOFException      when the stream ends before the line does
     * @throws ProtocolException when the line is longer than {@link #MAX_LINE}
     */
    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("The connection to the engine ended in the middle of an answer");
            }
            if (line.size() == MAX_LINE) {
                throw new ProtocolException("The engine's answer has a line of more than " + MAX_LINE + " bytes");
            }
            line.write(b);
        }
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /**
     * Header or trailer fields up to and including the empty line that ends them.
     *
     * @throws ProtocolException when a line is no field, or there are too many
     */
    static Headers fields(InputStream in) throws IOException {
        Headers headers = new Headers();
        int count = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                throw new ProtocolException("The engine's answer has a malformed header line: \"" + line + "\"");
            }
            if (++count > MAX_FIELDS) {
                throw new ProtocolException("The engine's answer has more than " + MAX_FIELDS + " header lines");
            }
            headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return headers;
    }
}
