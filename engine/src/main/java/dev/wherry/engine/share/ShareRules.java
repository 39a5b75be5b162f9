// What can be shared.
package dev.wherry.engine.share;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with a share before the guest is asked to mount it. */
final class ShareRules {

    /** Folders that the guest itself consists of. */
    private static final Set<String> OF_THE_GUEST = Set.of("bin", "boot", "data", "dev", "etc", "lib", "lib64", "proc",
            "run", "sbin", "sys", "usr", "var");
    /** Folders that the guest uses, in which there may be others. */
    private static final Set<String> USED_BY_THE_GUEST = Set.of("tmp");

    private ShareRules() {
    }

    /** Why {@code share} cannot be, beside {@code others}; empty when it can. In words that follow its path. */
    static Optional<String> objection(Share share, List<Share> others) {
        Path folder = share.folder();
        if (!folder.isAbsolute() || !Files.exists(folder)) {
            return Optional.of("is not there");
        } else if (!Files.isDirectory(folder)) {
            return Optional.of("is not a folder; share the folder that it is in");
        } else if (!Files.isReadable(folder)) {
            return Optional.of("cannot be read by you");
        } else if (belongsToTheGuest(share.place())) {
            return Optional.of("would hide " + share.place() + " of the VM, which it needs; share a folder inside");
        }
        return others.stream()
                .filter(other -> !other.equals(share) && share.place().startsWith(other.place() + "/"))
                .findFirst()
                .map(other -> "lies in " + other.folder() + ", which is shared already");
    }

    private static boolean belongsToTheGuest(String place) {
        String[] parts = place.split("/", -1);
        return parts.length < 2 || parts[1].isEmpty() || OF_THE_GUEST.contains(parts[1])
                || (parts.length == 2 && USED_BY_THE_GUEST.contains(parts[1]));
    }
}
