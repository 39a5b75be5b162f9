// What the guest may do with the files of a share.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/** The operations of a share, in the guest's paths. None follows a link, none leads out; a read-only share refuses to change. */
final class ShareFiles {

    private static final int NEW_FOLDER = 0777;

    private final ShareRoot root;
    private final HostFiles files;
    private final boolean isReadOnly;
    private final SharedTop top;
    private final ShareNotes notes;

    /**
     * The files of {@code share}, whose folder must exist.
     *
     * @param prefix what every path begins with, and is no part of the share
     * @param notes  of what the guest does
     */
    ShareFiles(Share share, String prefix, ShareNotes notes) throws IOException {
        root = new ShareRoot(share.folder(), prefix);
        files = HostFiles.of(root.folder());
        isReadOnly = share.isReadOnly();
        top = new SharedTop(share, root.folder());
        this.notes = notes;
    }

    Space space() throws IOException {
        return Space.of(root.folder(), isReadOnly);
    }

    Attributes attributes(byte[] path) throws IOException {
        Path at = root.resolve(path);
        try {
            return told(at);
        } catch (NoSuchFileException e) {
            grant(at, Lease.NONE);
            throw e;
        }
    }

    Attributes attributes(OpenFile file) throws IOException {
        return file.attributes(this::told);
    }

    private Attributes told(Path at) throws IOException {
        Attributes attributes = files.read(at);
        grant(at, attributes.stamp());
        return notes.changes().shown(at, attributes);
    }

    // What the guest can only read it is not allowed to remember: it could not be made to forget.
    private void grant(Path at, long stamp) {
        if (!isReadOnly) {
            notes.leases().grant(at, top, files, stamp);
        }
    }

    // What the guest has changed only in its name or the number of its names it knows still.
    private void remembered(Path at) {
        try {
            told(at);
        } catch (IOException e) {
            notes.leases().end(at); // it has gone since
        }
    }

    OpenFile open(byte[] path, int flags, Attributes wanted) throws IOException {
        if ((flags & ~Sftp.OPEN_READ) != 0) {
            requireWritable();
        }
        Path at = root.resolve(path);
        // To open what is neither file nor folder, such as a pipe, would wait for its other end.
        if (!Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS) && Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
            throw new SftpException(SftpStatus.FAILURE, "not a file");
        }
        ShareNotes.Change<OpenFile> opening = () -> OpenFile.open(at, flags, wanted, files);
        if ((flags & Sftp.OPEN_CREATE) != 0) {
            return notes.changingEntry(at, opening);
        }
        return (flags & Sftp.OPEN_TRUNCATE) != 0 ? notes.changing(at, opening) : opening.make();
    }

    void write(OpenFile file, ByteBuffer data, long offset) throws IOException {
        notes.changing(file.path(), () -> {
            file.write(data, offset);
            return file;
        });
    }

    OpenFolder openFolder(byte[] path) throws IOException {
        return new OpenFolder(real(root.resolve(path)), this::told);
    }

    byte[] linkTarget(byte[] path) throws IOException {
        return WireName.ofTarget(Files.readSymbolicLink(root.resolve(path)));
    }

    void makeFolder(byte[] path, Attributes wanted) throws IOException {
        requireWritable();
        int mode = wanted.has(Attributes.PERMISSIONS) ? wanted.permissions() : NEW_FOLDER;
        Path at = root.resolve(path);
        notes.changingEntry(at, () -> Files.createDirectory(at, files.creation(mode)));
    }

    void makeLink(byte[] path, byte[] target) throws IOException {
        requireWritable();
        Path at = root.resolve(path);
        notes.changingEntry(at, () -> Files.createSymbolicLink(at, WireName.target(at, target)));
    }

    void makeHardLink(byte[] path, byte[] existing) throws IOException {
        requireWritable();
        Path of = root.resolve(existing);
        // Through a link the other name could be made for a file outside.
        if (Files.isSymbolicLink(of)) {
            throw new SftpException(SftpStatus.OP_UNSUPPORTED, "hard links to links are not made");
        }
        Path at = root.resolve(path);
        notes.changingEntry(at, () -> Files.createLink(at, of));
        remembered(of);
    }

    void remove(byte[] path) throws IOException {
        requireWritable();
        Path at = root.resolve(path);
        if (files.read(at).isFolder()) {
            throw new SftpException(SftpStatus.FAILURE, "it is a folder");
        }
        delete(at);
    }

    void removeFolder(byte[] path) throws IOException {
        requireWritable();
        Path at = root.resolve(path);
        if (!files.read(at).isFolder()) {
            throw new NoSuchFileException(at.toString());
        }
        requireBelow(at);
        delete(at);
    }

    private void delete(Path at) throws IOException {
        notes.changingEntry(at, () -> {
            Files.delete(at);
            return at;
        });
    }

    /** Renames, over what has the new name if {@code replaces}, and tells {@code open} of it. */
    void rename(byte[] from, byte[] to, boolean replaces, Handles open) throws IOException {
        requireWritable();
        Path source = root.resolve(from);
        Path target = root.resolve(to);
        requireBelow(source);
        requireBelow(target);
        if (!replaces && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        notes.changingEntry(target, () -> notes.changingEntry(source,
                () -> Files.move(source, target, StandardCopyOption.ATOMIC_MOVE)));
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            notes.leases().move(source, target);
        }
        remembered(target);
        open.moved(source, target);
    }

    void change(byte[] path, Attributes wanted) throws IOException {
        Path at = root.resolve(path);
        if (wanted.has(Attributes.TIMES) && notes.changes().isWaking(at, wanted.modified())) {
            return;
        }
        requireWritable();
        notes.changing(at, () -> {
            if (wanted.has(Attributes.SIZE)) {
                resize(at, wanted.size());
            }
            changeRest(at, wanted);
            return at;
        });
    }

    void change(OpenFile file, Attributes wanted) throws IOException {
        requireWritable();
        notes.changing(file.path(), () -> {
            if (wanted.has(Attributes.SIZE)) {
                file.resize(wanted.size());
            }
            changeRest(file.path(), wanted);
            return file;
        });
    }

    private static void resize(Path at, long size) throws IOException {
        if (!Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS)) {
            throw Files.exists(at, LinkOption.NOFOLLOW_LINKS)
                    ? new SftpException(SftpStatus.FAILURE, "not a file")
                    : new NoSuchFileException(at.toString());
        }
        try (FileChannel channel = FileChannel.open(at, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            OpenFile.resize(channel, size);
        }
    }

    private void changeRest(Path at, Attributes wanted) throws IOException {
        if (wanted.has(Attributes.OWNER)) {
            files.setOwner(at, wanted.owner());
        }
        if (wanted.has(Attributes.PERMISSIONS)) {
            files.setPermissions(at, wanted.permissions());
        }
        if (wanted.has(Attributes.TIMES)) {
            Files.getFileAttributeView(at, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(time(wanted.modified()), time(wanted.accessed()), null);
        }
    }

    private static FileTime time(int seconds) {
        return FileTime.from(Integer.toUnsignedLong(seconds), TimeUnit.SECONDS);
    }

    // The last part of a path may be a link: what would follow it gets it only when it is none.
    private static Path real(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new SftpException(SftpStatus.PERMISSION_DENIED, "a link lies on the way");
        }
        return path;
    }

    private void requireBelow(Path path) throws SftpException {
        if (path.equals(root.folder())) {
            throw new SftpException(SftpStatus.PERMISSION_DENIED, "the shared folder itself stays");
        }
    }

    private void requireWritable() throws SftpException {
        if (isReadOnly) {
            throw new SftpException(SftpStatus.PERMISSION_DENIED, "the share is read-only");
        }
    }
}
