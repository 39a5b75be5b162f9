// What a container used at one moment.
package dev.wherry.app.window.container;

import java.time.Duration;
import java.time.Instant;

import dev.wherry.engine.docker.ContainerStats;

/**
 * Figures of one moment; rates are those since the moment before.
 *
 * @param time        when, by the guest's clock
 * @param cpu         processors kept busy; 1 is one of them, wholly
 * @param memory      in use, in bytes
 * @param memoryLimit most that it may use, in bytes
 * @param received    bytes a second from the network
 * @param sent        bytes a second to the network
 * @param read        bytes a second from disks
 * @param written     bytes a second to disks
 */
record StatsPoint(Instant time, double cpu, double memory, double memoryLimit, double received, double sent,
        double read,
        double written) {

    /** From two readings, one after the other. */
    static StatsPoint between(ContainerStats before, ContainerStats now) {
        double seconds = Math.max(Duration.between(before.time(), now.time()).toNanos() / 1e9, 1e-3);
        return new StatsPoint(now.time(), now.cpuPercent() / 100, now.memory(), now.memoryLimit(),
                rate(before.received(), now.received(), seconds), rate(before.sent(), now.sent(), seconds),
                rate(before.blockRead(), now.blockRead(), seconds),
                rate(before.blockWritten(), now.blockWritten(), seconds));
    }

    // A counter that is lower than before began anew, with the container.
    private static double rate(long before, long now, double seconds) {
        return Math.max(0, now - before) / seconds;
    }
}
