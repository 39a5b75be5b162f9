// How the last look for newer versions went.
package dev.wherry.app.updates;

import java.time.Instant;

/** Whether there was a look at the release feed, and what came of it. */
public sealed interface Look {

    /** Nobody knows yet: the app has just started. */
    record Unread() implements Look {
    }

    /** The user does not want any. */
    record Off() implements Look {
    }

    /** There is no feed to look at. */
    record Nowhere() implements Look {
    }

    /** It has not been time yet, or there has been no network. */
    record Never() implements Look {
    }

    /** The feed was read. */
    record Done(Instant at) implements Look {
    }

    /**
     * The feed could not be read.
     *
     * @param why in a sentence
     */
    record Failed(Instant at, String why) implements Look {
    }
}
