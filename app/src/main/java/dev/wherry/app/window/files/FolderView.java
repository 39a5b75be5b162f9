// The folder that is shown.
package dev.wherry.app.window.files;

import java.util.List;

import dev.wherry.app.model.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A folder.
 *
 * @param path     where it is
 * @param loading  whether it is being read
 * @param items    what is in it, folders first; what was there before while it is read again
 * @param complete whether that is all
 * @param failure  why it could not be read; null when it could
 */
public record FolderView(String path, boolean loading, List<FileItem> items, boolean complete,
        @Nullable Failure failure) {

    static FolderView of(String path) {
        return new FolderView(path, true, List.of(), true, null);
    }

    FolderView reading() {
        return new FolderView(path, true, items, complete, null);
    }

    FolderView failed(Failure why) {
        return new FolderView(path, false, List.of(), true, why);
    }
}
