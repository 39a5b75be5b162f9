// Finds out what an HTTP client has asked for, from the bytes that pass by.
package dev.wherry.engine.forward;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What a client sends; the first bytes of it are remembered, and can be waited for before anybody reads them. */
final class OverheardInput extends FilterInputStream {

    /** Room for the head of a ping, with which docker's own client begins every connection, and what follows. */
    private static final int REMEMBERED = 1024;
    private static final Pattern EVENTS = Pattern.compile(
            "(HEAD /_ping HTTP/1.1\\r\\n(\\S[^\\r\\n]*+\\r\\n)*+\\r\\n)?GET (/v[0-9.]{1,6})?/events[ ?].*",
            Pattern.DOTALL);

    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream(REMEMBERED);
    private volatile boolean onlyListens;
    private byte[] ahead = {};
    private int given;

    OverheardInput(InputStream input) {
        super(input);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (given < ahead.length) {
            int count = Math.min(length, ahead.length - given);
            System.arraycopy(ahead, given, buffer, offset, count);
            given += count;
            return count;
        }
        int count = super.read(buffer, offset, length);
        if (count > 0 && beginning.size() < REMEMBERED) {
            beginning.write(buffer, offset, Math.min(count, REMEMBERED - beginning.size()));
            onlyListens = EVENTS.matcher(beginning.toString(US_ASCII)).matches();
        }
        return count;
    }

    /**
     * Returns when the client has sent something; those bytes are read again by whoever comes next.
     *
     * @return false when it has ended instead
     */
    boolean awaitRequest() throws IOException {
        byte[] first = new byte[REMEMBERED];
        int count = read(first, 0, first.length);
        ahead = Arrays.copyOf(first, Math.max(count, 0));
        given = 0;
        return count > 0;
    }

    /** Whether the client asked for the engine's events, so that it waits for what others do and does nothing itself. */
    boolean onlyListens() {
        return onlyListens;
    }
}
