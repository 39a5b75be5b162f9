// A file that the guest holds open.
package dev.wherry.engine.share;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** An open file. */
final class OpenFile implements Closeable {

    /** What open(2) makes a file with before the umask. */
    private static final int NEW_FILE = 0666;

    private final FileChannel channel;
    private final boolean appends;
    private Path path;

    private OpenFile(Path path, FileChannel channel, boolean appends) {
        this.path = path;
        this.channel = channel;
        this.appends = appends;
    }

    /** Opens what is at {@code path}, which may not be a link, with the flags of an OPEN request. */
    static OpenFile open(Path path, int flags, Attributes wanted, HostFiles files) throws IOException {
        Set<OpenOption> options = new HashSet<>();
        options.add(LinkOption.NOFOLLOW_LINKS);
        boolean writes = (flags & (Sftp.OPEN_WRITE | Sftp.OPEN_APPEND)) != 0;
        if ((flags & Sftp.OPEN_READ) != 0 || !writes) {
            options.add(StandardOpenOption.READ);
        }
        if (writes) {
            options.add(StandardOpenOption.WRITE);
            if ((flags & Sftp.OPEN_TRUNCATE) != 0) {
                options.add(StandardOpenOption.TRUNCATE_EXISTING);
            }
            if ((flags & Sftp.OPEN_CREATE) != 0) {
                options.add((flags & Sftp.OPEN_EXCLUSIVE) != 0
                        ? StandardOpenOption.CREATE_NEW
                        : StandardOpenOption.CREATE);
            }
        }
        int mode = wanted.has(Attributes.PERMISSIONS) ? wanted.permissions() : NEW_FILE;
        return new OpenFile(path, FileChannel.open(path, options, files.creation(mode)),
                (flags & Sftp.OPEN_APPEND) != 0);
    }

    /** Where it is, as far as the guest has moved it. */
    Path path() {
        return path;
    }

    /** What was at {@code from} is now at {@code to}. */
    void moved(Path from, Path to) {
        if (path.startsWith(from)) {
            path = to.resolve(from.relativize(path));
        }
    }

    /** Its attributes; of a file that has gone from its folder only what is left to know. */
    Attributes attributes(OpenFolder.Look look) throws IOException {
        try {
            return look.at(path);
        } catch (NoSuchFileException e) {
            return new Attributes(Attributes.SIZE | Attributes.PERMISSIONS, channel.size(), Owner.ROOT,
                    Attributes.FILE | NEW_FILE, 0, 0, 0);
        }
    }

    /** Reads until {@code into} is full or the file ends; the bytes read, or -1 at its end. */
    int read(ByteBuffer into, long offset) throws IOException {
        int total = 0;
        while (into.hasRemaining()) {
            int n = channel.read(into, offset + total);
            if (n < 0) {
                break;
            }
            total += n;
        }
        return total == 0 && into.hasRemaining() ? -1 : total;
    }

    void write(ByteBuffer from, long offset) throws IOException {
        long at = appends ? channel.size() : offset;
        while (from.hasRemaining()) {
            at += channel.write(from, at);
        }
    }

    /** Returns once what was written is on the host's disk. */
    void sync() throws IOException {
        channel.force(true);
    }

    /** Cuts the file, or lets it grow by a hole. */
    void resize(long size) throws IOException {
        resize(channel, size);
    }

    static void resize(FileChannel channel, long size) throws IOException {
        if (size <= channel.size()) {
            channel.truncate(size);
        } else {
            channel.write(ByteBuffer.allocate(1), size - 1);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
