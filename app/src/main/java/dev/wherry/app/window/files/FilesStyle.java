// The look of this package.
package dev.wherry.app.window.files;

import java.util.Objects;

/** Its style sheet. */
final class FilesStyle {

    static final String SHEET = Objects.requireNonNull(FilesStyle.class.getResource("files.css")).toExternalForm();

    private FilesStyle() {
    }
}
