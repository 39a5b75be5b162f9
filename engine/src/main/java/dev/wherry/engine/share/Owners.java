// Owners that the guest has given to files: a note beside the file, as the host's own owner stays.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what chown asked for in an extended attribute of each file ({@code user.wherry.owner} on Linux). Only files whose
 * owner was changed have one; of all others the owner is root. A file that cannot hold it (a link, another file system) keeps
 * root, and chown succeeds all the same, as it does on Docker Desktop.
 *
 * <p>A mark on the top folder says that there are such files at all: without it nothing is read, which would cost more than
 * all else in listing a folder.
 */
final class Owners {

    private static final Logger LOG = LoggerFactory.getLogger(Owners.class);
    private static final String OWNER = "wherry.owner";
    private static final String MARK = "wherry.owners";
    private static final Pattern NOTE = Pattern.compile("(\\d{1,10}):(\\d{1,10})");
    private static final int LONGEST = 32;

    private final Path top;
    private boolean any;

    /** Of all files below {@code top}. */
    Owners(Path top) {
        this.top = top;
        this.any = hasMark(top);
    }

    /** The owner of what is at {@code path}, whose mode is {@code mode}. */
    Owner of(Path path, int mode) {
        if (!any || !canHold(mode)) {
            return Owner.ROOT;
        }
        try {
            ByteBuffer note = ByteBuffer.allocate(LONGEST);
            view(path).read(OWNER, note);
            return parsed(new String(note.array(), 0, note.position(), StandardCharsets.US_ASCII));
        } catch (IOException | UnsupportedOperationException e) {
            return Owner.ROOT;
        }
    }

    /** Notes a new owner of what is at {@code path}. */
    void set(Path path, Attributes now, Owner wanted) {
        Owner owner = now.owner().changedTo(wanted);
        if (owner.equals(now.owner()) || !canHold(now.permissions())) {
            return;
        }
        try {
            if (!any) {
                view(top).write(MARK, StandardCharsets.US_ASCII.encode("1"));
                any = true;
            }
            view(path).write(OWNER, StandardCharsets.US_ASCII.encode(
                    Integer.toUnsignedString(owner.uid()) + ":" + Integer.toUnsignedString(owner.gid())));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("{} cannot hold an owner: {}", path, e.getMessage());
        }
    }

    // Linux lets only files and folders have attributes of users (xattr(7)).
    private static boolean canHold(int mode) {
        int type = mode & Attributes.TYPE;
        return type == Attributes.FILE || type == Attributes.FOLDER;
    }

    private static boolean hasMark(Path top) {
        try {
            return view(top).list().contains(MARK);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static UserDefinedFileAttributeView view(Path path) {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(path, UserDefinedFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            throw new UnsupportedOperationException("no attributes of users on " + path);
        }
        return view;
    }

    private static Owner parsed(String note) {
        Matcher matcher = NOTE.matcher(note);
        return matcher.matches()
                ? new Owner((int) Long.parseLong(matcher.group(1)), (int) Long.parseLong(matcher.group(2)))
                : Owner.ROOT;
    }
}
