// Why a port cannot be listened on, in words, with what to do about it.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.PortHolder;

/** Puts the system's reasons for refusing a port into words. */
final class BindFailure {

    static final int FIRST_UNPRIVILEGED = 1024;

    private BindFailure() {
    }

    /** Whether another program is the reason. */
    static boolean isConflict(IOException failure) {
        return reason(failure).contains("in use");
    }

    /**
     * In words for people.
     *
     * @param rule    what could not be listened on
     * @param holder  the program that has the port, if there is one and it is known
     * @param instead a port that is free, if there is one
     * @param wherry  the start of a command line about the machine
     */
    static String explain(PortRule rule, IOException failure, Optional<PortHolder.Program> holder,
            OptionalInt instead, String wherry) {
        return explain(rule, failure, holder, instead, wherry, Platform.current().os());
    }

    static String explain(PortRule rule, IOException failure, Optional<PortHolder.Program> holder,
            OptionalInt instead, String wherry, Platform.Os os) {
        String address = text(rule.listen());
        if (isConflict(failure)) {
            return address + " is taken by " + holder.map(BindFailure::name)
                    .orElse("another program on this computer. Stop that program")
                    + ", for Wherry takes the port as soon as it is free. " + detour(rule, instead, wherry);
        }
        String reason = reason(failure);
        if (reason.contains("permission denied")
                && (os == Platform.Os.WINDOWS || rule.listen().getPort() < FIRST_UNPRIVILEGED)) {
            return address + " " + needs(os, rule) + ". " + detour(rule, instead, wherry);
        }
        return address + " cannot be listened on: " + failure.getMessage();
    }

    private static String needs(Platform.Os os, PortRule rule) {
        return switch (os) {
            case LINUX -> "needs administrator rights, as every port below " + FIRST_UNPRIVILEGED
                    + " does here; \"sudo sysctl net.ipv4.ip_unprivileged_port_start=" + rule.listen().getPort()
                    + "\" opens those from it to everybody";
            case MAC -> "needs administrator rights, as every port below " + FIRST_UNPRIVILEGED
                    + " does on macOS unless it is open to your whole network (ports." + rule.guestPort() + ": all)";
            case WINDOWS -> "is kept for a part of Windows; \"netsh interface ipv4 show excludedportrange "
                    + rule.transport().text() + "\" lists those ports";
        };
    }

    private static String detour(PortRule rule, OptionalInt instead, String wherry) {
        if (instead.isEmpty()) {
            return "Or publish another port";
        }
        int free = instead.getAsInt();
        return "Or publish another port, for example -p " + free + ":" + rule.containerPort()
                + ", or let Wherry put it at "
                + free + ", which is free: " + wherry + " config set ports." + rule.guestPort() + " " + free;
    }

    // One process serves all machines.
    private static String name(PortHolder.Program holder) {
        return holder.pid() == ProcessHandle.current().pid()
                ? "another of Wherry's machines. Stop the container there"
                : holder + ". Stop that program";
    }

    private static String reason(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    }

    /** {@code 127.0.0.1:80} or {@code [::1]:80}. */
    static String text(InetSocketAddress address) {
        return address.getAddress() instanceof Inet6Address v6
                ? "[" + (v6.isLoopbackAddress() ? "::1" : v6.isAnyLocalAddress() ? "::" : v6.getHostAddress()) + "]:"
                        + address.getPort()
                : address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
