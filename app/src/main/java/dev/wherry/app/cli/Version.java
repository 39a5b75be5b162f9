// What "wherry --version" says.
package dev.wherry.app.cli;

import dev.wherry.app.release.Release;
import picocli.CommandLine.IVersionProvider;

/** Tells picocli the program's version. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[]{"wherry " + Release.number()};
    }
}
