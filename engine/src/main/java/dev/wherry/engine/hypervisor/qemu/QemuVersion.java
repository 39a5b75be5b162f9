// A version of QEMU, which decides what may be asked of it.
package dev.wherry.engine.hypervisor.qemu;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A QEMU release, as printed by {@code --version}. */
public record QemuVersion(int major, int minor, int micro) implements Comparable<QemuVersion> {

    /** The oldest that is used at all: the first whose control socket works on Windows, and the oldest ever tested. */
    static final QemuVersion OLDEST = new QemuVersion(7, 2, 0);

    private static final Pattern TEXT = Pattern.compile("QEMU emulator version (\\d+)\\.(\\d+)\\.(\\d+)");
    private static final Comparator<QemuVersion> ORDER = Comparator.comparingInt(QemuVersion::major)
            .thenComparingInt(QemuVersion::minor).thenComparingInt(QemuVersion::micro);

    /** Reads the output of {@code --version}; empty when it is not QEMU's. */
    static Optional<QemuVersion> parse(String output) {
        Matcher match = TEXT.matcher(output);
        return match.find()
                ? Optional.of(new QemuVersion(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)),
                        Integer.parseInt(match.group(3))))
                : Optional.empty();
    }

    boolean isAtLeast(QemuVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(QemuVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }
}
