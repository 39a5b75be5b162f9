// Amounts of memory and disk as people write them.
package dev.wherry.engine.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of bytes, written as a number with a unit: {@code 512MiB}, {@code 2GiB}, {@code 60 G}. Units are powers of 1024,
 * as everywhere in virtual machines.
 *
 * @param bytes 0 or more
 */
public record DataSize(long bytes) implements Comparable<DataSize> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*([KMGT])(?:i?B)?", Pattern.CASE_INSENSITIVE);
    private static final String UNITS = "KMGT";

    /** The amount in mebibytes. */
    public static DataSize ofMiB(long mebibytes) {
        return new DataSize(mebibytes << 20);
    }

    /** The amount in gibibytes. */
    public static DataSize ofGiB(long gibibytes) {
        return new DataSize(gibibytes << 30);
    }

    /**
     * Reads what a person wrote.
     *
     * @throws IllegalArgumentException when it is no number with a unit
     */
    public static DataSize parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no size");
        }
        int power = 1 + UNITS.indexOf(matcher.group(2).toUpperCase(Locale.ROOT));
        return new DataSize(Math.multiplyExact(Long.parseLong(matcher.group(1)), 1L << (10 * power)));
    }

    /** The amount in whole mebibytes, rounded down. */
    public int toMiB() {
        return Math.toIntExact(bytes >> 20);
    }

    /** About the same, as people like to read it: whole gibibytes from ten on, whole mebibytes below. */
    public DataSize rounded() {
        int unit = compareTo(ofGiB(10)) < 0 ? 20 : 30;
        return new DataSize(bytes >> unit << unit);
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** In the largest unit that loses nothing, at least mebibytes: {@code 2GiB}. */
    @Override
    public String toString() {
        for (int power = 4; power > 2; power--) {
            if (bytes != 0 && bytes % (1L << (10 * power)) == 0) {
                return (bytes >> (10 * power)) + UNITS.substring(power - 1, power) + "iB";
            }
        }
        return (bytes >> 20) + "MiB";
    }
}
