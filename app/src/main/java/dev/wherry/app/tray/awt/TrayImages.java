// The tray's pictures as AWT wants them.
package dev.wherry.app.tray.awt;

import java.awt.Image;
import java.awt.image.BaseMultiResolutionImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;

import dev.wherry.app.tray.TrayPicture;
import dev.wherry.engine.host.Platform.Os;

/** Pictures of several sizes, of which AWT takes the one that fits the screen. */
final class TrayImages {

    private final Os os;

    TrayImages(Os os) {
        this.os = os;
    }

    Image of(TrayPicture picture) {
        return os == Os.MAC
                ? image(TrayPicture.TEMPLATE_SIZES, picture::templatePng)
                : image(TrayPicture.SIZES, picture::png);
    }

    private static Image image(List<Integer> sizes, IntFunction<byte[]> png) {
        return new BaseMultiResolutionImage(sizes.stream().map(size -> read(png.apply(size))).toArray(Image[]::new));
    }

    private static Image read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new IllegalStateException("A picture of this program is no PNG file", e);
        }
    }
}
