// A range of addresses.
package dev.wherry.app.window.networks;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses (RFC 4632).
 *
 * @param address the given address, as a number
 * @param length  how many bits all addresses have in common, 0 to 32
 */
record Subnet(long address, int length) {

    private static final Pattern FORM = Pattern
            .compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int BITS = 32;
    private static final int BYTE = 256;

    /** Reads {@code 172.30.0.0/16}; nothing when {@code text} is none such. */
    static Optional<Subnet> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            int part = Integer.parseInt(parts.group(i));
            if (part >= BYTE) {
                return Optional.empty();
            }
            address = address * BYTE + part;
        }
        int length = Integer.parseInt(parts.group(5));
        return length > BITS ? Optional.empty() : Optional.of(new Subnet(address, length));
    }

    /** The same range with its first address. */
    Subnet whole() {
        long size = 1L << (BITS - length);
        return new Subnet(address / size * size, length);
    }

    /** Whether an address is in both ranges. */
    boolean overlaps(Subnet other) {
        int common = Math.min(length, other.length);
        return new Subnet(address, common).whole().equals(new Subnet(other.address, common).whole());
    }

    @Override
    public String toString() {
        return "%d.%d.%d.%d/%d".formatted(address >> 24, address >> 16 & 0xff, address >> 8 & 0xff, address & 0xff,
                length);
    }
}
