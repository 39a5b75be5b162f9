// Ports of this computer for tests to publish.
package dev.wherry.app.vm;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds some below those that the kernels of host and guest give to clients. */
final class FreePorts {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private FreePorts() {
    }

    /** One that is free for TCP and UDP. */
    static int one() {
        return inARow(1);
    }

    /** The first of {@code count} in a row that are free for both. */
    static int inARow(int count) {
        for (int first = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST - 10 * count); first
                + count < HIGHEST; first += count) {
            if (areFree(first, count)) {
                return first;
            }
        }
        throw new AssertionError("There are not " + count + " free ports in a row");
    }

    private static boolean areFree(int first, int count) {
        try {
            for (int port = first; port < first + count; port++) {
                new ServerSocket(port, 1, LOOPBACK).close();
                new DatagramSocket(new InetSocketAddress(LOOPBACK, port)).close();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
