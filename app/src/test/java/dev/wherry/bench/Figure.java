// Something that is measured.
package dev.wherry.bench;

import java.util.List;

/** A figure, or a few that are measured together. */
interface Figure {

    /** Measures on a running machine, and leaves it running. */
    List<Row> measure(Rig rig) throws Exception;
}
