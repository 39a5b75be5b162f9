// A folder of a share that some container uses.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A folder to watch.
 *
 * @param path on the host, without links
 * @param top  the share that it is in
 */
record WatchedFolder(Path path, SharedTop top) {

    Share share() {
        return top.share();
    }

    /**
     * The folders at {@code places} of the guest that lie in {@code shares}; of two of which one lies in the other, the outer.
     * What the guest can only read is left out: it cannot be touched there.
     */
    static Set<WatchedFolder> of(Collection<Share> shares, Collection<String> places) {
        Set<WatchedFolder> folders = new LinkedHashSet<>();
        for (Share share : shares) {
            places.stream().filter(place -> !share.isReadOnly() && isIn(place, share.place()))
                    .forEach(place -> add(folders, share, place));
        }
        List<Path> paths = folders.stream().map(WatchedFolder::path).toList();
        folders.removeIf(folder -> paths.stream()
                .anyMatch(other -> !other.equals(folder.path()) && folder.path().startsWith(other)));
        return folders;
    }

    private static boolean isIn(String place, String outer) {
        return place.equals(outer) || place.startsWith(outer + "/");
    }

    private static void add(Set<WatchedFolder> folders, Share share, String place) {
        try {
            Path top = share.folder().toRealPath();
            Path path = top.resolve(place.substring(share.place().length()).replaceFirst("^/", "")).toRealPath();
            // A place may lead through a link, which the guest resolves by itself.
            if (path.startsWith(top) && Files.isDirectory(path)) {
                folders.add(new WatchedFolder(path, new SharedTop(share, top)));
            }
        } catch (IOException | IllegalArgumentException e) {
            return; // nothing is there to be watched
        }
    }
}
