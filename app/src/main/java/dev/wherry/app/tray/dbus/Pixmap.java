// A picture on the bus.
package dev.wherry.app.tray.dbus;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.List;

import dev.wherry.app.tray.TrayPicture;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** A picture of one size, (iiay): width, height and pixels in ARGB32, in network order. */
public final class Pixmap extends Struct {

    @Position(0)
    public final int width;
    @Position(1)
    public final int height;
    @Position(2)
    public final byte[] pixels;

    /** Called by the bus' library too. */
    public Pixmap(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** The picture in all its sizes. */
    static List<Pixmap> of(TrayPicture picture) {
        return TrayPicture.SIZES.stream().map(size -> new Pixmap(size, size, argb(picture.pixels(size)))).toList();
    }

    private static byte[] argb(byte[] rgba) {
        IntBuffer pixels = ByteBuffer.wrap(rgba).asIntBuffer();
        for (int i = 0; i < pixels.limit(); i++) {
            pixels.put(i, Integer.rotateRight(pixels.get(i), 8));
        }
        return rgba;
    }
}
