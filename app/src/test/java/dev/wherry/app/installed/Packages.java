// The packages as "./dev package" has made them.
package dev.wherry.app.installed;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.wherry.app.installed.CleanRoot.User;

/**
 * One of each kind.
 *
 * @param folder where they are
 * @param deb    for Debian and its kin
 * @param rpm    for Fedora, openSUSE and their kin
 * @param tar    for all others
 */
record Packages(Path folder, Path deb, Path rpm, Path tar) {

    /** A version that no package has. */
    static final String HIGHER = "999";

    /** Those in the folder that the build names; skips the calling test where there are none. */
    static Packages made() throws IOException {
        Path folder = Path.of(System.getProperty("wherry.test.packages"));
        assumeTrue(Files.exists(folder.resolve("made")), "there are no packages; \"./dev package\" makes them");
        return new Packages(folder, only(folder, "*.deb"), only(folder, "*.rpm"), only(folder, "*.tar.gz"));
    }

    private static Path only(Path folder, String name) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name)) {
            return found.iterator().next();
        }
    }

    /** The same .deb with a higher version, in {@code root}. */
    Path higherDeb(CleanRoot root) throws IOException, InterruptedException {
        Path higher = root.outside("/tmp/higher.deb");
        root.run(User.ROOT,
                "cd /tmp && dpkg-deb -R " + deb.getFileName() + " higher && sed -i 's/^Version: .*/Version: "
                        + HIGHER + "/' higher/DEBIAN/control && dpkg-deb -Znone -b higher higher.deb && rm -r higher");
        return higher;
    }
}
