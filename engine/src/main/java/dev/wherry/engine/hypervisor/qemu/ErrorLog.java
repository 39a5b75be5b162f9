// What QEMU prints before it dies, and what it means.
package dev.wherry.engine.hypervisor.qemu;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import dev.wherry.engine.hypervisor.VmSpec;

/**
 * The file that QEMU's standard output and error go to. A file and not a pipe, as QEMU outlives the process that
 * started it.
 */
record ErrorLog(Path file) {

    private static final int TAIL_BYTES = 4096;
    private static final int TAIL_LINES = 8;

    /** The last lines, at most 8; empty when there are none. */
    String tail() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(Math.max(0, log.length() - TAIL_BYTES));
            byte[] bytes = new byte[(int) Math.min(TAIL_BYTES, log.length())];
            log.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .toList();
            return lines.stream().skip(Math.max(0, lines.size() - TAIL_LINES)).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "";
        }
    }

    /** Why a VM did not start: in our words where QEMU's are known, and always in QEMU's. */
    String explain(VmSpec spec) {
        String words = tail();
        String meaning;
        if (words.contains("\"write\" lock")) {
            meaning = "its data disk " + spec.disk().file() + " is in use by another VM";
        } else if (words.contains("Cannot lock pid file")) {
            meaning = "it already runs";
        } else if (words.contains("annot allocate memory") || words.contains("annot set up guest memory")) {
            meaning = "the host has not enough free memory for " + spec.memoryMiB() + " MiB";
        } else {
            meaning = "QEMU ended at once";
        }
        return meaning + (words.isEmpty() ? "; QEMU gave no reason" : "; QEMU says:\n" + words);
    }
}
