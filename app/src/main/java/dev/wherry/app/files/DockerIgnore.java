// The file .dockerignore.
package dev.wherry.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a build leaves at home ({@code https://docs.docker.com/build/concepts/context/#dockerignore-files}): patterns in which
 * {@code *} stays within a folder and {@code **} does not, {@code !} takes back, and the last that fits counts. A pattern that fits
 * a folder fits all that is in it.
 */
final class DockerIgnore {

    static final String FILE = ".dockerignore";

    private record Rule(Pattern pattern, boolean takesBack) {

        boolean fits(String name) {
            for (int end = name.length(); end > 0; end = name.lastIndexOf('/', end - 1)) {
                if (pattern.matcher(name.substring(0, end)).matches()) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Rule> rules;

    private DockerIgnore(List<Rule> rules) {
        this.rules = rules;
    }

    /** Reads the one in {@code folder}; without it, nothing is left out. */
    static DockerIgnore of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? parse(Files.readAllLines(file)) : new DockerIgnore(List.of());
    }

    /** @throws IOException when a line is no pattern */
    static DockerIgnore parse(List<String> lines) throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (String line : lines) {
            String pattern = line.startsWith("#") ? "" : line.strip();
            if (!pattern.isEmpty()) {
                rules.add(rule(pattern));
            }
        }
        return new DockerIgnore(List.copyOf(rules));
    }

    private static Rule rule(String line) throws IOException {
        boolean takesBack = line.startsWith("!");
        String pattern = clean(line.substring(takesBack ? 1 : 0).strip());
        try {
            return new Rule(Pattern.compile(expression(pattern), Pattern.DOTALL), takesBack);
        } catch (PatternSyntaxException e) {
            throw new IOException("Tried to read " + FILE + " but failed because \"" + line + "\" is malformed: "
                    + e.getDescription() + ". Put that line right.", e);
        }
    }

    // Without . and .. and needless slashes, by text alone: * is no character for a path of Windows.
    private static String clean(String pattern) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : pattern.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static String expression(String pattern) {
        StringBuilder expression = new StringBuilder();
        boolean set = false;
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (!set && pattern.startsWith("**", i)) {
                boolean folders = pattern.startsWith("**/", i);
                expression.append(folders ? "(?:.*/)?" : ".*");
                i += folders ? 3 : 2;
                continue;
            }
            switch (c) {
                case '*' -> expression.append(set ? "*" : "[^/]*");
                case '?' -> expression.append(set ? "?" : "[^/]");
                case '[', ']' -> {
                    set = c == '[';
                    expression.append(set ? "[" : "]");
                }
                case '^', '-' -> expression.append(set ? "" : "\\").append(c);
                case '\\' ->
                    expression.append(Pattern.quote(pattern.substring(++i, Math.min(i + 1, pattern.length()))));
                default -> expression.append(Pattern.quote(String.valueOf(c)));
            }
            i++;
        }
        return expression.toString();
    }

    /** Whether {@code name}, with slashes and from the context's top on, is left out. */
    boolean leavesOut(String name) {
        boolean left = false;
        for (Rule rule : rules) {
            if (left == rule.takesBack && rule.fits(name)) {
                left = !left;
            }
        }
        return left;
    }

    /** Whether something in a folder that is left out may be taken back. */
    boolean takesBack() {
        return rules.stream().anyMatch(Rule::takesBack);
    }
}
