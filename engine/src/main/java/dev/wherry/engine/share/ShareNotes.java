// What is kept in mind of what the guest does with shared files.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Notes that all shares of a guest have in common.
 *
 * @param changes what the guest has changed
 * @param leases  what the guest goes by
 */
record ShareNotes(GuestChanges changes, Leases leases) {

    /** Something that the guest does. */
    interface Change<T> {
        T make() throws IOException;
    }

    /** None yet. */
    ShareNotes() {
        this(new GuestChanges(), new Leases());
    }

    /**
     * Makes a change of what is at {@code path}. The lease ends before, so that nobody mistakes the change for the host's; all that the
     * kernel goes on to remember of what it changes is that it is there.
     */
    <T> T changing(Path path, Change<T> change) throws IOException {
        boolean isMade = false;
        changes.begin(path);
        try {
            T made = withoutLease(path, change);
            isMade = true;
            return made;
        } finally {
            changes.end(path, isMade);
        }
    }

    /** The same for a change by which {@code path} comes into being or goes, so that its folder changes as well. */
    <T> T changingEntry(Path path, Change<T> change) throws IOException {
        return withoutLease(path.getParent(), () -> changing(path, change));
    }

    private <T> T withoutLease(@Nullable Path path, Change<T> change) throws IOException {
        Lease ended = leases.end(path);
        boolean isMade = false;
        try {
            T made = change.make();
            isMade = true;
            return made;
        } finally {
            if (ended != null && !isMade) {
                leases.restore(ended);
            } else if (ended != null && Files.exists(ended.path(), LinkOption.NOFOLLOW_LINKS)) {
                leases.restore(ended.ofName());
            }
        }
    }
}
