// Where the guest image is.
package dev.wherry.engine.image;

import java.nio.file.Path;

import dev.wherry.engine.host.Directories;

/** The folder of the guest image: WHERRY_IMAGE's, else the one beside the packaged program, else the user's own. */
public final class ImageLocation {

    /** What to do when there is none, or a damaged one. */
    public static final String REMEDY = "Install Wherry again, or name the image's folder by WHERRY_IMAGE.";

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
        String chosen = System.getenv("WHERRY_IMAGE");
        return chosen != null
                ? Path.of(chosen)
                : Path.of(System.getProperty(PROPERTY, data.resolve("image").toString()));
    }
}
