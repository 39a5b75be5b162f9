// What is in a folder of a container.
package dev.wherry.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.wherry.engine.docker.FileEntry;
import dev.wherry.engine.docker.FileKind;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The entries of a folder.
 *
 * @param entries  folders first, then by name
 * @param complete whether they are all; not so when the folder had more in it than could be looked through
 */
public record FolderListing(List<FileEntry> entries, boolean complete) {

    private static final Comparator<FileEntry> ORDER = Comparator
            .comparing((FileEntry entry) -> entry.kind() != FileKind.FOLDER)
            .thenComparing(FileEntry::name, String.CASE_INSENSITIVE_ORDER).thenComparing(FileEntry::name);

    public FolderListing {
        entries = entries.stream().sorted(ORDER).toList();
    }

    /**
     * Reads the entries of a folder's tar, whose names are relative to the folder. What is deeper in is read over.
     *
     * @param limit the most bytes to read
     */
    static FolderListing read(InputStream tar, long limit) throws IOException {
        Map<String, FileEntry> found = new TreeMap<>();
        TarArchiveInputStream entries = new TarArchiveInputStream(tar, "UTF-8");
        for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            String name = entry.getName().replaceFirst("^(\\./|/)+", "").replaceFirst("/$", "");
            if (!name.isEmpty() && !name.equals(".") && !name.contains("/")) {
                found.put(name, file(name, entry));
            }
            if (entries.getBytesRead() + entry.getSize() > limit) {
                return new FolderListing(List.copyOf(found.values()), false);
            }
        }
        return new FolderListing(List.copyOf(found.values()), true);
    }

    private static FileEntry file(String name, TarArchiveEntry entry) {
        return new FileEntry(name, kind(entry), entry.getSize(), entry.getMode() & 0777,
                entry.getLastModifiedTime().toInstant());
    }

    /** What an entry is; a hard link is a file. */
    static FileKind kind(TarArchiveEntry entry) {
        if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) { // which isFile() takes for files
            return FileKind.SPECIAL;
        }
        if (entry.isDirectory()) {
            return FileKind.FOLDER;
        }
        if (entry.isSymbolicLink()) {
            return FileKind.LINK;
        }
        return entry.isFile() || entry.isLink() ? FileKind.FILE : FileKind.SPECIAL;
    }
}
