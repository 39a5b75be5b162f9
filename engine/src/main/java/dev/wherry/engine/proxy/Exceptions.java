// What is to be reached without a proxy, in the form that Go's programs read.
package dev.wherry.engine.proxy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists of exceptions. The engine knows names, ends of names ({@code .example}), addresses, networks ({@code 10.0.0.0/8}) and
 * {@code *}; systems have more ways to write them, of which what has no such form is left out.
 */
final class Exceptions {

    private static final int BYTES = 4;
    private static final int BITS = 8;
    /** The beginning of an address, with the rest left out or a star: {@code 169.254/16}, {@code 192.168.*}. */
    private static final Pattern PART_OF_ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,3}(\\.\\*)*(/\\d{1,2})?");
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._:/*\\[\\]-]+");

    private Exceptions() {
    }

    /** The entries of {@code text}, which commas, semicolons or blanks keep apart. */
    static List<String> split(String text) {
        return Stream.of(text.split("[\\s,;]+")).filter(entry -> !entry.isEmpty()).toList();
    }

    /** Those of {@code entries} that have a form that the engine understands, in that form. */
    static List<String> understood(List<String> entries) {
        return entries.stream().flatMap(entry -> understood(entry.strip()).stream()).distinct()
                .collect(Collectors.toList());
    }

    private static Optional<String> understood(String entry) {
        if (PART_OF_ADDRESS.matcher(entry).matches()) {
            return Optional.of(network(entry));
        }
        boolean starInside = entry.lastIndexOf('*') > 0;
        return Optional.of(entry).filter(text -> USABLE.matcher(text).matches() && !starInside);
    }

    private static String network(String entry) {
        String[] parts = entry.split("/", -1);
        List<String> bytes = Arrays.stream(parts[0].split("\\.")).filter(part -> !part.equals("*")).toList();
        String address = Stream.concat(bytes.stream(), Stream.generate(() -> "0")).limit(BYTES)
                .collect(Collectors.joining("."));
        if (parts.length > 1) {
            return address + "/" + parts[1];
        }
        return bytes.size() == BYTES ? address : address + "/" + bytes.size() * BITS;
    }
}
