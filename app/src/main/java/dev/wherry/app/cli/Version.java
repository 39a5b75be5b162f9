// Which Wherry this is, for "wherry --version".
package dev.wherry.app.cli;

import java.io.IOException;

import dev.wherry.app.about.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** Tells picocli the program's version. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        return new String[]{ProgramVersion.line()};
    }
}
