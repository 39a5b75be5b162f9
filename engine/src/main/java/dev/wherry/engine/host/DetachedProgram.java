// Another program that the user sees, and that stays when Wherry ends.
package dev.wherry.engine.host;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts programs that live on by themselves. */
public final class DetachedProgram {

    /** How long a program is watched for an early end. */
    public static final Duration WATCH = Duration.ofSeconds(2);

    private final Detachment detachment;

    /** Starts programs in the way of {@code detachment}. */
    public DetachedProgram(Detachment detachment) {
        this.detachment = detachment;
    }

    /**
     * Starts {@code command}, and returns when it has ended well or runs on.
     *
     * @throws IOException when it does not start, or fails at once
     */
    public void start(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(detachment.launching(command))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor(WATCH.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() != 0) {
            throw new IOException("Tried to start " + command.getFirst() + " but it failed with exit code "
                    + process.exitValue());
        }
    }
}
