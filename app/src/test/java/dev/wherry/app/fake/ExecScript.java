// What a command in a container does that is not there.
package dev.wherry.app.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** A command of a test's own. */
public interface ExecScript {

    /** Does what {@code command} should do, and returns its exit code. */
    int run(List<String> command, InputStream in, OutputStream out) throws IOException;
}
