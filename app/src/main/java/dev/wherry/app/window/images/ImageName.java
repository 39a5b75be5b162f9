// What may be an image's name.
package dev.wherry.app.window.images;

import java.util.regex.Pattern;

import dev.wherry.app.text.Texts;

/** Checks names as one types them (the grammar of references, {@code github.com/distribution/reference}). */
final class ImageName {

    private static final Texts TEXTS = Texts.of(ImageName.class);
    private static final int MOST = 255;
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("[A-Za-z][A-Za-z0-9]*:[0-9a-fA-F]{32,}");
    private static final Pattern PART = Pattern.compile("[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]+)?");

    private ImageName() {
    }

    /** What is wrong with {@code name}, in a sentence; empty when nothing is. */
    static String problem(String name) {
        if (name.isBlank()) {
            return TEXTS.get("name.empty");
        }
        if (name.contains("://")) {
            return TEXTS.get("name.address");
        }
        if (name.chars().anyMatch(Character::isWhitespace)) {
            return TEXTS.get("name.space");
        }
        if (name.length() > MOST) {
            return TEXTS.get("name.long", MOST);
        }
        int at = name.indexOf('@');
        if (at >= 0 && !DIGEST.matcher(name.substring(at + 1)).matches()) {
            return TEXTS.get("name.digest");
        }
        return nameAndTag(at < 0 ? name : name.substring(0, at));
    }

    private static String nameAndTag(String name) {
        int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
        String tag = colon < 0 ? "latest" : name.substring(colon + 1);
        return TAG.matcher(tag).matches()
                ? repository(colon < 0 ? name : name.substring(0, colon))
                : TEXTS.get("name.tag");
    }

    private static String repository(String repository) {
        String[] parts = repository.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean registry = i == 0 && parts.length > 1 && isRegistry(parts[i]);
            if (parts[i].isEmpty()) {
                return TEXTS.get("name.slash");
            }
            if (!registry && !PART.matcher(parts[i]).matches()) {
                return parts[i].chars().anyMatch(Character::isUpperCase)
                        ? TEXTS.get("name.upper")
                        : TEXTS.get("name.part", parts[i]);
            }
        }
        return "";
    }

    // The grammar takes "Acme" in Acme/web for a registry too; whoever types it means a name.
    private static boolean isRegistry(String part) {
        return HOST.matcher(part).matches()
                && (part.contains(".") || part.contains(":") || part.equals("localhost"));
    }
}
