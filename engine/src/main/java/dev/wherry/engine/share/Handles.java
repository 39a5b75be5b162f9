// What the guest holds open.
package dev.wherry.engine.share;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Open files and folders by the handles that the guest knows them by. Closing this closes all. */
final class Handles implements Closeable {

    private final Map<Integer, Closeable> open = new HashMap<>();
    private int last;

    /** Keeps {@code opened}; the handle to send. */
    byte[] add(Closeable opened) {
        last++;
        open.put(last, opened);
        return ByteBuffer.allocate(Integer.BYTES).putInt(last).array();
    }

    OpenFile file(ByteBuffer handle) throws SftpException {
        if (at(handle) instanceof OpenFile file) {
            return file;
        }
        throw unknown();
    }

    OpenFolder folder(ByteBuffer handle) throws SftpException {
        if (at(handle) instanceof OpenFolder folder) {
            return folder;
        }
        throw unknown();
    }

    /** Tells every open file that what was at {@code from} is now at {@code to}. */
    void moved(Path from, Path to) {
        for (Closeable each : open.values()) {
            if (each instanceof OpenFile file) {
                file.moved(from, to);
            }
        }
    }

    void close(ByteBuffer handle) throws IOException {
        Closeable closed = handle.remaining() == Integer.BYTES ? open.remove(handle.getInt(handle.position())) : null;
        if (closed == null) {
            throw unknown();
        }
        closed.close();
    }

    private @Nullable Closeable at(ByteBuffer handle) {
        return handle.remaining() == Integer.BYTES ? open.get(handle.getInt(handle.position())) : null;
    }

    private static SftpException unknown() {
        return new SftpException(SftpStatus.BAD_MESSAGE, "there is no such handle");
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (Closeable each : open.values()) {
            try {
                each.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        open.clear();
        if (first != null) {
            throw first;
        }
    }
}
