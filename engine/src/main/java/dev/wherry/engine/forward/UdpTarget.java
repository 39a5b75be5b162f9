// Where in the guest datagrams go.
package dev.wherry.engine.forward;

/**
 * A UDP port that the engine publishes in the guest.
 *
 * @param address an IPv4 address of the guest, {@link #EVERYWHERE} for all of them
 * @param port    the port there
 */
record UdpTarget(String address, int port) {

    static final String EVERYWHERE = "0.0.0.0";

    /** Whether there can be a way to it: QEMU's network carries datagrams over IPv4 only. */
    boolean isReachable() {
        return !address.contains(":");
    }

    /** The rule of the guest's packet filter that leads from {@code port} of its network card to here. */
    String rule(int from) {
        // A server that listens everywhere answers from the card's address, so it has to be asked there.
        return "-p udp --dport " + from + " -j " + (address.equals(EVERYWHERE)
                ? "REDIRECT --to-ports " + port
                : "DNAT --to-destination " + address + ":" + port);
    }
}
