// Where the guest image is.
package dev.wherry.engine.image;

import java.nio.file.Path;
import java.util.Optional;

import dev.wherry.engine.host.Directories;

/**
 * The folder of the guest image: WHERRY_IMAGE's, else the newer one of that which "wherry upgrade" has fetched and that which came
 * with the program.
 */
public final class ImageLocation {

    /** What to do when there is none, or a damaged one. */
    public static final String REMEDY = "Install Wherry again, or name the image's folder by WHERRY_IMAGE. "
            + "After an upgrade \"wherry upgrade --back\" takes the image from before it.";

    /** The system property by which a package names its image. */
    public static final String PROPERTY = "wherry.image";

    private ImageLocation() {
    }

    /** The folder, whether there is an image in it or not. */
    public static Path in(Directories directories) {
        return in(directories.data());
    }

    /** The folder, for whoever knows only the folder for data. */
    public static Path in(Path data) {
        return named().orElseGet(() -> {
            Path own = Path.of(System.getProperty(PROPERTY, data.resolve("image").toString()));
            return new ImageStore(data).chosen().filter(fetched -> isNewer(fetched, own)).orElse(own);
        });
    }

    /** The folder that the user has named, who then sees to its image too. */
    public static Optional<Path> named() {
        return Optional.ofNullable(System.getenv("WHERRY_IMAGE")).map(Path::of);
    }

    // A new version of the program may bring a newer image than was fetched. A damaged one is not passed over: whoever starts shall
    // be told.
    private static boolean isNewer(Path fetched, Path own) {
        Optional<Long> ofOwn = serial(own);
        Optional<Long> ofFetched = serial(fetched);
        return ofOwn.isEmpty() || ofFetched.isEmpty() || ofFetched.get() > ofOwn.get();
    }

    private static Optional<Long> serial(Path folder) {
        try {
            return Optional.of(GuestImage.open(folder).manifest().serial());
        } catch (ImageException e) {
            return Optional.empty();
        }
    }
}
