// What the guest's own script for shares is asked to do.
package dev.wherry.engine.share;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;

import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommands;
import dev.wherry.engine.host.ShellWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Command lines of {@code /usr/lib/wherry/share} (vm-image/rootfs). */
final class ShareScript {

    private static final String PROGRAM = "/usr/lib/wherry/share ";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(ShareScript.class);

    private ShareScript() {
    }

    /** Mounts {@code share}; does nothing if it is mounted with {@code token} already. Fails if it cannot be used then. */
    static String mount(Share share, String token) {
        return PROGRAM + "mount " + token + " " + (share.isReadOnly() ? "ro " : "rw ") + ShellWord.quote(share.place());
    }

    /** Takes out what is mounted with {@code token}; an empty folder that nobody can write to stays. */
    static String unmount(String token) {
        return PROGRAM + "unmount " + token;
    }

    /** Has the guest ask anew for all that it knows of shares; where that fails, the log says so. */
    static void forget(Guest guest) throws InterruptedException {
        try {
            GuestCommands.run(guest, PROGRAM + "forget", PATIENCE);
        } catch (IOException e) {
            LOG.warn("The guest may go by what it knew of shared folders for {} s: {}", Leases.REMEMBERED.toSeconds(),
                    e.getMessage());
        }
    }

    /** Takes out what is mounted with any other than one of {@code tokens}. */
    static String keep(Collection<String> tokens) {
        return PROGRAM + "keep " + String.join(" ", tokens);
    }
}
