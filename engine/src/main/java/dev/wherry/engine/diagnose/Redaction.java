// Takes out of a text what is nobody's business, line by line.
package dev.wherry.engine.diagnose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The redaction of one text. Lines are given to it in order, as keys and nested values go over several of them. It would rather
 * take out too much than too little.
 */
final class Redaction {

    private static final String REMOVED = "<removed>";

    private static final Pattern KEY_BEGIN = Pattern.compile("-----BEGIN [A-Z0-9 ]*PRIVATE KEY( BLOCK)?-----");
    private static final Pattern KEY_END = Pattern.compile("-----END [A-Z0-9 ]*PRIVATE KEY( BLOCK)?-----");
    private static final Pattern KEY_IN_ONE_LINE = Pattern.compile(KEY_BEGIN + ".*?" + KEY_END);
    /** A line of a key whose beginning was cut off; digests in hexadecimal are let through. */
    private static final Pattern BARE_BASE64 = Pattern.compile("\\s*(?![0-9a-fA-F]+\\s*$)[A-Za-z0-9+/]{40,}={0,2}\\s*");
    private static final Pattern PUBLIC_KEY = Pattern
            .compile("((?:ssh-|ecdsa-|sk-)[a-z0-9@.-]+\\s+)AAAA[A-Za-z0-9+/]+={0,2}");
    private static final Pattern USER_OF_URL = Pattern.compile("(?<=://)[^\\s/?#\"'<>]*@");
    /** A password with a slash, which is no port number. */
    private static final Pattern PASSWORD_OF_URL = Pattern
            .compile("(?<=://)[^\\s/?#@:\"'<>]*:(?!\\d*(?:[/?#\\s]|$))[^\\s\"'<>]*@");
    /** HTTP's schemes of authentication with what looks like a token, as words mostly do not. */
    private static final Pattern SCHEME = Pattern.compile(
            "\\b((?i:bearer|basic))\\s+(?=[^\\s\"']*(?:[0-9=_/+]|[a-z][A-Z]))[A-Za-z0-9._~+/-]{6,}=*");

    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
    /** A string of JSON, YAML or a shell that ends where the value ends. */
    private static final String QUOTED = "(?:\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')(?=[\\s,;\\]})]|$)";
    /** A word as shells take it, which may be pieced together of quotes; one that never ends belongs to it. */
    private static final String WORD = "(?:\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|\\\\.|[^\\s\"'\\\\]|[\"'\\\\](?![\\s,;\\]})]|$))++";
    private static final Pattern VALUE = Pattern.compile(QUOTED + "|" + WORD);
    private static final Pattern QUOTED_VALUE = Pattern.compile(QUOTED);
    private static final Pattern ASSIGNMENT = Pattern
            .compile("(?<name>" + NAME + ")\\\\?[\"']?(?<sign>\\s*[:=]\\s*)");
    private static final Pattern OPTION = Pattern.compile(
            "(?<=^|[\\s\"'\\[,])(?<name>--?" + NAME + ")(?<sign>[\"']?\\s*,\\s*|\\s+)(?:" + QUOTED + "|" + WORD + ")");
    /** What a value begins with that goes on in the lines below. */
    private static final Pattern OPENS_BLOCK = Pattern.compile("\\s*[\\[{(]?\\s*");

    private final Identity identity;
    private boolean insideKey;
    /** Lines that are indented deeper than this belong to a secret; -1 outside of one. */
    private int secretIndent = -1;

    /** For a text that may name {@code identity}. */
    Redaction(Identity identity) {
        this.identity = identity;
    }

    /** What may be shown of {@code line}. */
    String of(String line) {
        if (insideKey) {
            insideKey = !KEY_END.matcher(line).find();
            return REMOVED;
        }
        if (belongsToSecret(line)) {
            return " ".repeat(indentOf(line)) + REMOVED;
        }
        String text = KEY_IN_ONE_LINE.matcher(line).replaceAll(REMOVED);
        Matcher begin = KEY_BEGIN.matcher(text);
        if (begin.find()) {
            insideKey = true;
            return text.substring(0, begin.start()) + REMOVED;
        }
        if (BARE_BASE64.matcher(text).matches()) {
            return REMOVED;
        }
        // First the folders, whose quotes and commas would confuse the rest; last the names, which may be any word.
        text = identity.hideFolders(text);
        text = PUBLIC_KEY.matcher(text).replaceAll("$1" + REMOVED);
        text = PASSWORD_OF_URL.matcher(text).replaceAll(REMOVED + "@");
        text = USER_OF_URL.matcher(text).replaceAll(REMOVED + "@");
        text = SCHEME.matcher(text).replaceAll("$1 " + REMOVED);
        return identity.hideNames(options(assignments(text, indentOf(line))));
    }

    private boolean belongsToSecret(String line) {
        if (secretIndent < 0) {
            return false;
        }
        String content = line.strip();
        // The items of a YAML list may stand as deep as their key.
        boolean inside = content.isEmpty() || indentOf(line) > secretIndent
                || (indentOf(line) == secretIndent && content.startsWith("- "));
        if (!inside) {
            secretIndent = -1;
        }
        return inside && !content.isEmpty();
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }

    private String assignments(String line, int indent) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        Matcher assignment = ASSIGNMENT.matcher(line);
        while (assignment.find(at)) {
            int from = assignment.end();
            shown.append(line, at, from);
            at = from;
            if (SecretNames.isSecret(assignment.group("name"))) {
                at = endOfValue(line, from, assignment.group("sign").contains(":"), indent);
                shown.append(at > from ? REMOVED : "");
            }
        }
        return shown.append(line, at, line.length()).toString();
    }

    // After "name: " a bare value may hold blanks, and go on in deeper lines; after "name=" it ends with the word.
    private int endOfValue(String line, int from, boolean colon, int indent) {
        Matcher quoted = QUOTED_VALUE.matcher(line).region(from, line.length());
        if (quoted.lookingAt()) {
            return quoted.end();
        }
        if (colon || OPENS_BLOCK.matcher(line).region(from, line.length()).matches()) {
            secretIndent = indent;
            return line.length();
        }
        Matcher word = VALUE.matcher(line).region(from, line.length());
        return word.lookingAt() ? word.end() : line.length();
    }

    private static String options(String line) {
        return OPTION.matcher(line).replaceAll(option -> Matcher.quoteReplacement(
                SecretNames.isSecret(option.group(1)) ? option.group(1) + option.group(2) + REMOVED : option.group()));
    }
}
