// One entry of the archive.
package dev.wherry.engine.diagnose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * A text that goes into the archive.
 *
 * @param name   of the entry, with slashes
 * @param source where the text comes from
 */
record Part(String name, Source source) {

    /** Opens a text. */
    @FunctionalInterface
    interface Source {
        BufferedReader open() throws Exception;
    }

    /** Of a file, what is needed of it: its end. */
    static final long LARGEST = 5L << 20;

    /** Of a text that has yet to be found out. */
    static Part text(String name, Callable<String> text) {
        return new Part(name, () -> new BufferedReader(new StringReader(text.call())));
    }

    /** The file, or the last {@link #LARGEST} bytes of it. */
    static Part file(String name, Path file) {
        return new Part(name, () -> open(file));
    }

    private static BufferedReader open(Path file) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            long cut = Math.max(0, channel.size() - LARGEST);
            InputStream content = new BufferedInputStream(Channels.newInputStream(channel.position(cut)));
            return reader(cut == 0 ? content : withoutFirstLine(content, cut));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    // The beginning of that line, which is cut off, would have said what it is.
    private static InputStream withoutFirstLine(InputStream content, long cut) throws IOException {
        for (int b = content.read(); b >= 0 && b != '\n';) {
            b = content.read();
        }
        String note = "(The first " + cut + " bytes of the file, and the line that they end in, are left out.)\n";
        return new SequenceInputStream(new ByteArrayInputStream(note.getBytes(UTF_8)), content);
    }

    // Logs may hold bytes that are no text.
    private static BufferedReader reader(InputStream content) {
        return new BufferedReader(new InputStreamReader(content, UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE)));
    }
}
