// A tar that is made while it is read.
package dev.wherry.app.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Iterator;
import java.util.List;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * Packs files of the host, a piece at a time. Everything belongs to root, as with {@code docker cp} and {@code docker build}; on a
 * host without Unix permissions everything may be run, which is what docker does there too.
 */
public final class TarInput extends InputStream {

    private static final int PIECE = 64 * 1024;
    private static final int EVERYBODY_MAY_RUN = 0755;

    private final Iterator<PackedFile> files;
    private final ByteArrayOutputStream ready = new ByteArrayOutputStream(2 * PIECE);
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(ready, StandardCharsets.UTF_8.name());
    private byte[] piece = new byte[0];
    private int position;
    private @Nullable InputStream content;
    private @Nullable PackedFile current;
    private long left;
    private long packed;
    private boolean finished;

    TarInput(List<PackedFile> files) {
        this.files = files.iterator();
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    /** The bytes of files' contents that have gone into it so far. */
    public long packed() {
        return packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (position == piece.length && !finished) {
            pack();
            piece = ready.toByteArray();
            position = 0;
            ready.reset();
        }
        int n = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, bytes, offset, n);
        position += n;
        return n == 0 && length > 0 ? -1 : n;
    }

    private void pack() throws IOException {
        InputStream open = content;
        if (open != null) {
            packFrom(open);
        } else if (files.hasNext()) {
            begin(files.next());
        } else {
            tar.finish();
            finished = true;
        }
    }

    private void begin(PackedFile file) throws IOException {
        tar.putArchiveEntry(entry(file));
        current = file;
        left = file.size();
        if (left > 0) {
            content = Files.newInputStream(file.file());
        } else {
            tar.closeArchiveEntry();
        }
    }

    private void packFrom(InputStream open) throws IOException {
        byte[] bytes = open.readNBytes((int) Math.min(PIECE, left));
        if (bytes.length == 0) {
            throw new IOException("Tried to pack " + (current == null ? "a file" : current.file())
                    + " but failed because it became shorter meanwhile. Try again when nothing writes to it.");
        }
        tar.write(bytes);
        left -= bytes.length;
        packed += bytes.length;
        if (left == 0) {
            content = null;
            open.close();
            tar.closeArchiveEntry();
        }
    }

    private static TarArchiveEntry entry(PackedFile file) throws IOException {
        TarArchiveEntry entry;
        if (file.attributes().isSymbolicLink()) {
            entry = new TarArchiveEntry(file.name(), TarConstants.LF_SYMLINK);
            entry.setLinkName(Files.readSymbolicLink(file.file()).toString().replace('\\', '/'));
        } else {
            entry = new TarArchiveEntry(file.attributes().isDirectory() ? file.name() + "/" : file.name());
            entry.setMode(mode(file.file()));
            entry.setSize(file.size());
        }
        entry.setLastModifiedTime(file.attributes().lastModifiedTime());
        return entry;
    }

    private static int mode(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? EVERYBODY_MAY_RUN : UnixMode.of(view.readAttributes().permissions());
    }

    @Override
    public void close() throws IOException {
        finished = true;
        if (content != null) {
            content.close();
        }
    }
}
