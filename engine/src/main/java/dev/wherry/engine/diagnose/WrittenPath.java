// The many ways in which one path may stand in a log.
package dev.wherry.engine.diagnose;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognizes a folder as it is, in URLs, in JSON, quoted for a shell, in QEMU's options, and with its letters damaged. */
final class WrittenPath {

    private WrittenPath() {
    }

    /** Matches the folder's path, and not that of another folder whose name only begins alike. */
    static Pattern pattern(Path folder) {
        String path = Normalizer.normalize(folder.toString(), Normalizer.Form.NFC);
        // A short one, such as /root, is the beginning of a file's name in many another folder.
        String before = folder.getNameCount() == 1 ? "(?<![\\p{L}\\p{N}_.-])" : "";
        return Pattern.compile(before + path.codePoints().mapToObj(WrittenPath::forms).collect(Collectors.joining())
                + "(?![\\p{L}\\p{N}_-])");
    }

    private static String forms(int letter) {
        String text = Character.toString(letter);
        if (letter < 128 && Character.isLetterOrDigit(letter)) {
            return text;
        }
        List<String> forms = new ArrayList<>(List.of(Pattern.quote(text), percentEncoded(text)));
        switch (letter) {
            case '"' -> forms.add("\\\\+\"");
            case '\'' -> forms.addAll(List.of("'\\\\''", "\\\\+'", "\\\\u0027"));
            case ',' -> forms.addFirst(",,");
            case ' ' -> forms.addAll(List.of("\\+", "\\\\ ", "\\\\040"));
            case '\\' -> forms.addAll(List.of("\\\\\\\\", "/"));
            case '/' -> forms.add("\\\\/");
            default -> {
                if (letter >= 128) {
                    forms.addAll(List.of(Pattern.quote(Normalizer.normalize(text, Normalizer.Form.NFD)),
                            "(?i:%s)".formatted(escaped(text)), "[?\\uFFFD]{1,4}"));
                }
            }
        }
        return "(?:" + String.join("|", forms) + ")";
    }

    private static String percentEncoded(String text) {
        StringBuilder encoded = new StringBuilder("(?i:");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format(Locale.ROOT, "%%%02X", b));
        }
        return encoded.append(')').toString();
    }

    private static String escaped(String text) {
        return text.chars().mapToObj(c -> String.format(Locale.ROOT, "\\\\u%04x", c)).collect(Collectors.joining());
    }
}
