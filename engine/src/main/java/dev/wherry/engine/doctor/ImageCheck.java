// Whether the guest image is there and whole.
package dev.wherry.engine.doctor;

import java.nio.file.Path;

import dev.wherry.engine.image.GuestImage;
import dev.wherry.engine.image.ImageException;
import dev.wherry.engine.image.ImageLocation;
import dev.wherry.engine.image.ImageVerifier;

/** Verifies the guest image as a start does. */
final class ImageCheck implements Check {

    private final Path data;

    /** With the folder for what all machines share. */
    ImageCheck(Path data) {
        this.data = data;
    }

    @Override
    public String id() {
        return "image";
    }

    @Override
    public String title() {
        return "Guest image";
    }

    @Override
    public Finding run() {
        try {
            GuestImage image = GuestImage.open(ImageLocation.in(data));
            ImageVerifier.rememberingIn(data).verify(image);
            return Finding.passed(this, "version " + image.manifest().version() + ", whole and signed");
        } catch (ImageException e) {
            return Finding.failed(this, e.getMessage(), ImageLocation.REMEDY);
        }
    }
}
