// The uppermost folder of a share, and the names in the guest of all that is in it.
package dev.wherry.engine.share;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where a share begins.
 *
 * @param share  what is shared
 * @param folder its folder, without links
 */
record SharedTop(Share share, Path folder) {

    /** The name in the guest of {@code inside}, byte for byte. */
    byte[] inGuest(Path inside) {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        name.writeBytes(share.place().getBytes(StandardCharsets.UTF_8));
        for (int depth = folder.getNameCount() + 1; depth <= inside.getNameCount(); depth++) {
            name.write('/');
            name.writeBytes(WireName.of(inside.getRoot().resolve(inside.subpath(0, depth))));
        }
        return name.toByteArray();
    }
}
