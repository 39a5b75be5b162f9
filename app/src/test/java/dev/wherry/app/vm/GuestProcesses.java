// What runs in the guest.
package dev.wherry.app.vm;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** Waits for programs in the guest, known by a part of their command lines. */
final class GuestProcesses {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private GuestProcesses() {
    }

    static void awaitRunning(Wherry wherry, String line) {
        await("running: " + line).atMost(DEADLINE).until(() -> all(wherry).contains(line));
    }

    static void awaitNone(Wherry wherry, String line) {
        await("ended: " + line).atMost(DEADLINE).until(() -> !all(wherry).contains(line));
    }

    private static String all(Wherry wherry) throws Exception {
        return wherry.wherry("ssh", "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '").run().stdout();
    }
}
