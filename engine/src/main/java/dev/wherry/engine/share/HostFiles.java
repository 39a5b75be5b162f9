// Attributes of the host's files, in the terms of the guest: what differs between hosts.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;

/** Reads and changes attributes. No link is followed. */
interface HostFiles {

    /** All attributes of what is at {@code path}. */
    Attributes read(Path path) throws IOException;

    /** The {@link Attributes#stamp} of what is at {@code path}, for less than all its attributes cost. */
    long stamp(Path path) throws IOException;

    /** What a new file or folder with these permissions is made with. */
    FileAttribute<?>[] creation(int permissions);

    /** Sets the mode, the lowest twelve bits of {@code permissions}. */
    void setPermissions(Path path, int permissions) throws IOException;

    /** Notes an owner, which the guest sees from then on. */
    void setOwner(Path path, Owner owner) throws IOException;

    /** Those of this host, for the files below {@code top}. */
    static HostFiles of(Path top) {
        Owners owners = new Owners(top);
        return top.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? new UnixFiles(owners)
                : new PlainFiles(owners);
    }
}
