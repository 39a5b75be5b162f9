// What this computer knows of the network.
package dev.wherry.engine.host.network;

import dev.wherry.engine.host.KeyStoreRoots;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.SshAgent;
import dev.wherry.engine.host.SystemProxy;
import dev.wherry.engine.host.TrustedRoots;
import dev.wherry.engine.host.UnixSshAgent;
import dev.wherry.engine.host.linux.BundleRoots;
import dev.wherry.engine.host.linux.DesktopProxy;
import dev.wherry.engine.host.mac.ScutilProxy;
import dev.wherry.engine.host.windows.InternetSettings;
import dev.wherry.engine.host.windows.PipeSshAgent;
import org.jspecify.annotations.Nullable;

/**
 * How to ask the system.
 *
 * @param proxy which proxy is set
 * @param roots which certificates it trusts
 */
public record HostNetwork(SystemProxy proxy, TrustedRoots roots) {

    /**
     * The SSH agent of this computer's user.
     *
     * @param socket what SSH_AUTH_SOCK names; of no meaning on Windows
     */
    public SshAgent sshAgent(@Nullable String socket) {
        return Platform.current().os() == Platform.Os.WINDOWS ? new PipeSshAgent() : new UnixSshAgent(socket);
    }

    /** Of the system that this runs on. */
    public static HostNetwork ofHost() {
        return of(Platform.current().os());
    }

    static HostNetwork of(Platform.Os os) {
        return switch (os) {
            case LINUX -> new HostNetwork(new DesktopProxy(), new BundleRoots());
            // The user's and the administrator's, and since JDK 23 Apple's.
            case MAC -> new HostNetwork(new ScutilProxy(), new KeyStoreRoots("KeychainStore", "KeychainStore-ROOT"));
            // With what the computer and its domain add, in the view of the user.
            case WINDOWS -> new HostNetwork(new InternetSettings(), new KeyStoreRoots("Windows-ROOT"));
        };
    }
}
