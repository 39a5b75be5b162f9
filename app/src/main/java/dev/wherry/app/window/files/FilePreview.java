// A look at a file.
package dev.wherry.app.window.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The beginning of a file.
 *
 * @param path     where the file is
 * @param text     what is in it; empty when it is no text
 * @param isText   whether it is text
 * @param complete whether it is all of the file
 */
public record FilePreview(String path, String text, boolean isText, boolean complete) {

    /** In bytes: more than that is read elsewhere. */
    static final int MOST = 256 * 1024;

    /** Of what cannot be looked at. */
    static final FilePreview NONE = new FilePreview("", "", false, true);

    /** @param beginning up to one byte more than {@link #MOST} */
    static FilePreview of(String path, byte[] beginning) {
        for (byte b : beginning) {
            if (b == 0) {
                return NONE;
            }
        }
        boolean complete = beginning.length <= MOST;
        return new FilePreview(path,
                new String(complete ? beginning : Arrays.copyOf(beginning, MOST), UTF_8), true, complete);
    }
}
