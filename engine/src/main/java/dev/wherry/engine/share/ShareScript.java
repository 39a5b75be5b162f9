// What the guest's own script for shares is asked to do.
package dev.wherry.engine.share;

import java.util.Collection;

import dev.wherry.engine.host.ShellWord;

/** Command lines of {@code /usr/lib/wherry/share} (vm-image/rootfs). */
final class ShareScript {

    private static final String PROGRAM = "/usr/lib/wherry/share ";

    /** Has the guest's kernel ask anew for what it knows of files and folders, the shared ones among them. */
    static final String FORGET = "echo 2 > /proc/sys/vm/drop_caches";

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

    /** Takes out what is mounted with any other than one of {@code tokens}. */
    static String keep(Collection<String> tokens) {
        return PROGRAM + "keep " + String.join(" ", tokens);
    }
}
