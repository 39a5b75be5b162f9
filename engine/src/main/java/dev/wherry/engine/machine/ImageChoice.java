// Which guest image a machine starts with.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.file.Path;

import dev.wherry.engine.image.GuestImage;
import dev.wherry.engine.image.ImageException;
import dev.wherry.engine.image.ImageLocation;
import dev.wherry.engine.image.ImageStore;
import dev.wherry.engine.image.ImageVerifier;
import org.jspecify.annotations.Nullable;

/** The image in use, or one that is being tried out. None is ever given that has not been verified. */
final class ImageChoice {

    private final Path data;
    private final String wherry;
    private volatile @Nullable Path trial;

    /**
     * With the images in {@code data}, the folder for what all machines share.
     *
     * @param wherry the start of a command line about the machine
     */
    ImageChoice(Path data, String wherry) {
        this.data = data;
        this.wherry = wherry;
    }

    /**
     * The image for a start.
     *
     * @throws PrecheckException when there is none that may be used
     */
    GuestImage image() throws PrecheckException {
        try {
            Path tried = trial;
            return verified(tried == null ? ImageLocation.in(data) : tried);
        } catch (ImageException e) {
            throw new PrecheckException(e.getMessage(), ImageLocation.REMEDY);
        }
    }

    private GuestImage verified(Path folder) throws ImageException {
        GuestImage image = GuestImage.open(folder);
        ImageVerifier.rememberingIn(data).verify(image);
        return image;
    }

    /**
     * Lets starts take the image {@code version} of the store, although it is not in use yet, until {@link #endTrial}.
     *
     * @throws PrecheckException when it is not there, damaged, or not signed by a key that counts
     */
    void beginTrial(String version) throws PrecheckException {
        Path folder = new ImageStore(data).folderOf(version);
        try {
            verified(folder);
        } catch (ImageException e) {
            throw new PrecheckException(e.getMessage(), "Run \"" + wherry + " upgrade\" again.");
        }
        trial = folder;
    }

    /** Lets starts take the image in use again. */
    void endTrial() {
        trial = null;
    }

    /** Puts the image {@code version} of the store in use, for every machine's next start. */
    void adopt(String version) throws MachineException {
        try {
            new ImageStore(data).choose(version);
        } catch (IOException e) {
            throw new MachineException(
                    "Tried to note that the new guest image is in use but failed because " + e.getMessage() + ".",
                    "Make the folder " + data + " writable for you, then run \"" + wherry + " upgrade\" again.", e);
        }
    }
}
