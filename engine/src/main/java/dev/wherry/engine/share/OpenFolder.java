// A folder that the guest is listing.
package dev.wherry.engine.share;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** An open folder. */
final class OpenFolder implements Closeable {

    /** sshfs refuses answers of 128 KiB and more. */
    private static final int FULL = 96 * 1024;
    private static final byte[] HERE = {'.'};
    private static final byte[] ABOVE = {'.', '.'};
    private static final byte[] NO_LONG_NAME = {};

    private final Path path;
    private final Look look;
    private final DirectoryStream<Path> stream;
    private final Iterator<Path> entries;
    private boolean begun;

    /** How the attributes of files are looked up. */
    @FunctionalInterface
    interface Look {
        Attributes at(Path path) throws IOException;
    }

    /** A listing of {@code path}; its owner closes it. */
    @SuppressWarnings("StreamResourceLeak") // It stays open from one request to the next.
    OpenFolder(Path path, Look look) throws IOException {
        this.path = path;
        this.look = look;
        this.stream = Files.newDirectoryStream(path);
        this.entries = stream.iterator();
    }

    /** Writes the next entries, with their attributes, as a NAME answer to {@code id}; false when there are no more. */
    boolean list(SftpAnswer answer, int id) throws IOException {
        answer.begin(Sftp.NAME, id);
        int count = answer.length();
        answer.number(0);
        int entered = 0;
        if (!begun) {
            begun = true;
            Attributes own = look.at(path);
            enter(answer, HERE, own);
            enter(answer, ABOVE, own);
            entered = 2;
        }
        try {
            while (answer.length() < FULL && entries.hasNext()) {
                Path entry = entries.next();
                try {
                    Attributes attributes = look.at(entry);
                    enter(answer, WireName.of(entry), attributes);
                    entered++;
                } catch (IOException e) {
                    // It went between the listing and the look, or is nothing that the user may see.
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        answer.patch(count, entered);
        return entered > 0;
    }

    private static void enter(SftpAnswer answer, byte[] name, Attributes attributes) {
        answer.bytes(name).bytes(NO_LONG_NAME).attributes(attributes);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
