// The kinds of values that keys take.
package dev.wherry.engine.config;

import java.util.List;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.proxy.ProxyAddress;

/**
 * A kind of value.
 *
 * @param form    what it looks like
 * @param allowed what a value may be, in words
 * @param check   whether a value is one of these
 */
record ValueType(ValueForm form, String allowed, Predicate<JsonNode> check) {

    boolean accepts(JsonNode value) {
        return check.test(value);
    }

    /** A number without fraction; {@code of} says of what, after a space, or is empty. */
    static ValueType whole(int min, int max, String of) {
        return new ValueType(new ValueForm.Whole(min, max), "a whole number" + of + " from " + min + " to " + max,
                value -> value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= min
                        && value.asInt() <= max);
    }

    /** An amount of bytes, as {@link DataSize} reads it. */
    static ValueType size(DataSize min, String example) {
        return new ValueType(new ValueForm.Size(min), "a size from " + min + ", such as " + example,
                value -> value.isTextual() && isSize(value.asText(), min));
    }

    /** One word of several. */
    static ValueType choice(String... words) {
        List<String> all = List.of(words);
        String last = all.getLast();
        return new ValueType(new ValueForm.Choice(all),
                String.join(", ", all.subList(0, all.size() - 1)) + " or " + last,
                value -> value.isTextual() && all.contains(value.asText()));
    }

    /** Keys and values of any kind. A key with nothing behind it is an empty map: its lines may all be comments. */
    static ValueType map() {
        return new ValueType(new ValueForm.Entries(), "a map with settings of dockerd's daemon.json",
                value -> value.isObject() || value.isNull());
    }

    /** By which proxies to reach the network, and what without. */
    static ValueType proxies() {
        return new ValueType(new ValueForm.Entries(),
                "a map with http and https (auto, none or " + ProxyAddress.EXAMPLE + ") and no (names, a list)",
                value -> value.isNull() || ProxyValues.accepts(value));
    }

    /** What to let containers reach. */
    static ValueType host() {
        return new ValueType(new ValueForm.Entries(), "a map with loopback and ssh_agent (on or off)",
                value -> value.isNull() || HostSettings.accepts(value));
    }

    /** Where to look for updates, and whether to. */
    static ValueType updates() {
        return new ValueType(new ValueForm.Entries(),
                "a map with check (on or off) and url (https://..., http:// on this computer only, or none)",
                value -> value.isNull() || UpdateSettings.accepts(value));
    }

    /** What to do with a machine that nobody uses. */
    static ValueType idle() {
        return new ValueType(new ValueForm.Entries(),
                "a map with pause_after and stop_after (off, or a time from 10s, such as 10m)",
                value -> value.isNull() || IdleSettings.accepts(value));
    }

    /** Who reaches published ports, and where. */
    static ValueType ports() {
        return new ValueType(new ValueForm.Entries(),
                "a map with bind (loopback or all) and published ports (loopback, all, or the number to be found at)",
                value -> value.isNull() || PortValues.accepts(value));
    }

    /** What to share. */
    static ValueType shares() {
        return new ValueType(new ValueForm.Entries(),
                "a map with home or the full path of a folder, and rw, ro or off for each",
                value -> value.isNull() || ShareSettings.accepts(value));
    }

    private static boolean isSize(String text, DataSize min) {
        try {
            return DataSize.parse(text).compareTo(min) >= 0;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }
}
