// What the guest is to touch next.
package dev.wherry.engine.share;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** The names in the guest: folders first, since what is known of their files is stale. */
    List<byte[]> names() {
        List<byte[]> names = new ArrayList<>();
        folders.forEach((path, folder) -> names.add(folder.top().inGuest(path)));
        files.forEach((path, folder) -> names.add(folder.top().inGuest(path)));
        return names;
    }
}
