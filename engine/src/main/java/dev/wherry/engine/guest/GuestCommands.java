// Short commands in the guest whose output is all that matters.
package dev.wherry.engine.guest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;

/** Runs commands that say little and end soon. */
public final class GuestCommands {

    private GuestCommands() {
    }

    /**
     * Runs {@code line} in the guest's shell.
     *
     * @return what it printed, without surrounding blanks
     * @throws IOException when the guest is out of reach, or the command fails (with its last words) or takes longer than
     *                     {@code deadline}
     */
    public static String run(Guest guest, String line, Duration deadline) throws IOException, InterruptedException {
        try (GuestProcess process = guest.start(GuestCommand.of(line))) {
            ExitStatus end = process.waitFor(deadline);
            if (end.code() != 0) {
                throw new IOException("Tried to run '" + line + "' in the guest but failed because it ended with code "
                        + end.code() + ": " + new String(process.stderr().readAllBytes(), UTF_8).strip());
            }
            return new String(process.stdout().readAllBytes(), UTF_8).strip();
        }
    }
}
