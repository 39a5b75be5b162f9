// What the guest is to touch next.
package dev.wherry.engine.share;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers changes; each file and folder is touched once. When there are very many, the folders have to do. */
final class TouchList {

    /** More files than these at once are a checkout or an installation, after which programs look at folders anyway. */
    static final int MOST_FILES = 500;

    private final Map<Path, WatchedFolder> folders = new LinkedHashMap<>();
    private final Map<Path, WatchedFolder> files = new LinkedHashMap<>();

    /** @param isEntry whether the folder that {@code path} is in has changed, too */
    void add(WatchedFolder folder, Path path, boolean isEntry) {
        Path parent = path.getParent();
        boolean isFile = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        boolean isMany = files.size() >= MOST_FILES;
        if ((isEntry || (isFile && isMany)) && parent != null && parent.startsWith(folder.path())) {
            folders.put(parent, folder);
        }
        if (isFile && !isMany) {
            files.put(path, folder);
        }
    }

    boolean isEmpty() {
        return folders.isEmpty() && files.isEmpty();
    }

    /** Writes the names in the guest, each ended by a zero: folders first, since what is known of their files is stale. */
    void writeTo(OutputStream out) throws IOException {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        folders.forEach((path, folder) -> write(names, path, folder));
        files.forEach((path, folder) -> write(names, path, folder));
        names.writeTo(out);
    }

    private static void write(ByteArrayOutputStream names, Path path, WatchedFolder folder) {
        names.writeBytes(folder.inGuest(path));
        names.write(0);
    }
}
