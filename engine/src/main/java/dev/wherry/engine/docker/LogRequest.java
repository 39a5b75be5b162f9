// What part of a log is wanted.
package dev.wherry.engine.docker;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A choice from a container's log.
 *
 * @param follow     whether to wait for what comes, until the container ends
 * @param tail       how many lines from the end to begin with; {@link #ALL} for all
 * @param since      nothing older than this; null for no limit
 * @param timestamps whether each line is to say when it was written
 */
public record LogRequest(boolean follow, int tail, @Nullable Instant since, boolean timestamps) {

    /** As many lines as there are. */
    public static final int ALL = -1;

    EngineRequest on(EngineRequest logs) {
        EngineRequest request = logs.with("stdout", true).with("stderr", true).with("follow", follow)
                .with("timestamps", timestamps).with("tail", tail == ALL ? "all" : Integer.toString(tail));
        return since == null
                ? request
                : request.with("since", "%d.%09d".formatted(since.getEpochSecond(), since.getNano()));
    }
}
