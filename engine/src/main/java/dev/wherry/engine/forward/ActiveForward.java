// A forward at work, whatever it carries.
package dev.wherry.engine.forward;

import java.io.Closeable;

/** A port of the host that answers. When {@link #close} returns, the address is free again. */
interface ActiveForward extends Closeable {

    /** What has gone through it so far. */
    Traffic traffic();
}
