// A command of the guest for files whose names no command line could hold.
package dev.wherry.engine.share;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;

import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;

/** Runs commands that read names of files, each ended by a zero, from their standard input. */
final class PathCommand {

    private PathCommand() {
    }

    /**
     * Runs {@code line} for the files of {@code names}, if there are any, and returns when it has ended, with whatever code: files that have
     * gone since are no matter.
     *
     * @throws IOException when the guest is out of reach, or the command takes longer than {@code deadline}
     */
    static void run(Guest guest, String line, Collection<byte[]> names, Duration deadline)
            throws IOException, InterruptedException {
        if (names.isEmpty()) {
            return;
        }
        try (GuestProcess process = guest.start(GuestCommand.of(line))) {
            try (OutputStream in = process.stdin()) {
                for (byte[] name : names) {
                    in.write(name);
                    in.write(0);
                }
            }
            process.waitFor(deadline);
        }
    }
}
