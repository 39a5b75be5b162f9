// The file that the guest's console is written to.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The serial log of a machine. QEMU appends to it for as long as the VM lives; a new boot starts a new file, and the last few
 * are kept.
 */
final class SerialLog {

    private static final int KEPT = 3;
    /** A guest that prints without end may fill this much, in bytes, before the file is turned over. */
    private static final long LIMIT = 8L << 20;
    private static final int LONGEST_TAIL = 64 * 1024;

    private final Path file;

    SerialLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Where the log of the boot before is. */
    Path earlier() {
        return numbered(1);
    }

    /** Puts the log of the boot before aside. */
    void startAnew() throws IOException {
        shiftOlder();
        if (Files.exists(file)) {
            Files.move(file, numbered(1), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Turns the file over when it has grown large. QEMU goes on appending to the emptied file. */
    void keepSmall() throws IOException {
        if (Files.exists(file) && Files.size(file) > LIMIT) {
            shiftOlder();
            Files.copy(file, numbered(1), StandardCopyOption.REPLACE_EXISTING);
            try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                open.setLength(0);
            }
        }
    }

    private void shiftOlder() throws IOException {
        for (int i = KEPT - 1; i >= 1; i--) {
            if (Files.exists(numbered(i))) {
                Files.move(numbered(i), numbered(i + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path numbered(int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }

    /** The last {@code count} lines; none when there is no log. */
    List<String> tail(int count) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, open.length() - LONGEST_TAIL);
            byte[] end = new byte[Math.toIntExact(open.length() - start)];
            open.seek(start);
            open.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().map(String::stripTrailing).toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
