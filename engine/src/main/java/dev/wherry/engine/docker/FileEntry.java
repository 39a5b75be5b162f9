// A line of a folder's listing.
package dev.wherry.engine.docker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in a folder of a container.
 *
 * @param name     its name in the folder
 * @param kind     what it is; a symbolic link is one, whatever it points to
 * @param size     in bytes; of little meaning for anything but files
 * @param mode     permissions, the lower nine bits of Unix's
 * @param modified when it was last written
 */
public record FileEntry(String name, FileKind kind, long size, int mode, Instant modified) {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{1,8}) (\\d{1,18}) (-?\\d{1,12}) (.*)");

    /**
     * Reads the lines of {@code stat -c '%f %s %Y %n'}: mode in hexadecimal, size, time, name. A line that is none belongs to a
     * name with a line end in it.
     *
     * @return the entries but for the first, which must be the folder itself; nothing when it is not
     */
    static Optional<List<FileEntry>> listed(String output) {
        List<FileEntry> entries = new ArrayList<>();
        for (String line : output.lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                int mode = Integer.parseInt(parts.group(1), 16);
                entries.add(new FileEntry(parts.group(4), FileKind.ofUnixMode(mode), Long.parseLong(parts.group(2)),
                        mode & 0777, Instant.ofEpochSecond(Long.parseLong(parts.group(3)))));
            } else if (!entries.isEmpty()) {
                entries.add(entries.removeLast().continued(line));
            }
        }
        return entries.isEmpty() || !entries.getFirst().name.equals(".")
                ? Optional.empty()
                : Optional.of(List.copyOf(entries.subList(1, entries.size())));
    }

    private FileEntry continued(String line) {
        return new FileEntry(name + "\n" + line, kind, size, mode, modified);
    }
}
