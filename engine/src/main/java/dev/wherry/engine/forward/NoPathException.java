// A UDP port that has no way into the guest.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.io.Serial;

/** Says why, for people: for good when the port is published on IPv6 alone, else for now. */
final class NoPathException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    NoPathException(PortRule rule) {
        super(rule.udpTarget().isReachable()
                ? "UDP port " + rule.guestPort() + " cannot be led into the VM at the moment; Wherry tries again"
                : "UDP port " + rule.guestPort() + " is published on IPv6 alone, and QEMU carries UDP over IPv4 only."
                        + " Publish it on every address or on 127.0.0.1, for example -p " + rule.guestPort() + ":"
                        + rule.containerPort() + "/udp");
    }
}
