// Status and header fields of an answer, and what they say about its body.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of an HTTP/1.1 response (RFC 9112, 4 to 6). */
record ResponseHead(int status, Headers headers) {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");

    /**
     * Reads the head of the final answer; interim ones (RFC 9110, 15.2) are read over.
     *
     * @throws ProtocolException when it is not HTTP/1.1
     */
    static ResponseHead read(InputStream in) throws IOException {
        while (true) {
            String line = MessageReader.line(in);
            Matcher parts = STATUS_LINE.matcher(line);
            if (!parts.matches()) {
                throw new ProtocolException("It begins with \"" + line + "\", which is no HTTP/1.1 status line");
            }
            int status = Integer.parseInt(parts.group(1));
            Headers headers = MessageReader.fields(in);
            if (status >= 200 || status == 101) {
                return new ResponseHead(status, headers);
            }
        }
    }

    /** The body behind this head (RFC 9112, 6.3), read from {@code in}. */
    InputStream body(String method, InputStream in) throws ProtocolException {
        if (status == 101) {
            throw new ProtocolException("It changes protocol (HTTP 101) without being asked to");
        }
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return InputStream.nullInputStream();
        }
        if (headers.lists("Transfer-Encoding", "chunked")) {
            return new ChunkedInput(in);
        }
        String length = headers.get("Content-Length");
        if (length == null) {
            return in; // until the engine hangs up
        }
        if (!length.matches("\\d{1,18}")) {
            throw new ProtocolException("It announces a Content-Length of \"" + length + "\"");
        }
        return new FixedLengthInput(in, Long.parseLong(length));
    }

    /** Whether a plain stream follows, as a hijacking request wants it: after 101, or after 200 from older engines. */
    boolean opensRawStream() throws ProtocolException {
        if (status != 101 && status != 200) {
            return false;
        }
        if (headers.get("Transfer-Encoding") != null || headers.get("Content-Length") != null) {
            throw new ProtocolException("It has a framed body where a plain stream was asked for");
        }
        return true;
    }
}
