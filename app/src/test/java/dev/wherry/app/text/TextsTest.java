// Every text in every language, whole.
package dev.wherry.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern KEY = Pattern.compile("[tT](?:EXTS|exts)\\s*\\.get\\(\\s*\"([^\"]+)\"\\s*([+,)])");

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.getFileName().toString().equals("texts.properties")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void germanHasEveryTextWithTheSamePlaces(Path english) {
        Properties texts = read(english);
        Properties german = read(english.resolveSibling("texts_de.properties"));
        assertThat(german.stringPropertyNames()).isEqualTo(texts.stringPropertyNames());
        for (String key : texts.stringPropertyNames()) {
            assertThat(places(german.getProperty(key))).as(key).isEqualTo(places(texts.getProperty(key)));
            assertThat(german.getProperty(key)).as(key).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextThatTheCodeNamesIsThere(Path english) {
        Set<String> there = read(english).stringPropertyNames();
        Set<String> missing = new TreeSet<>();
        for (String code : sourcesOf(english)) {
            KEY.matcher(code).results().forEach(use -> {
                String key = use.group(1);
                boolean found = use.group(2).equals("+")
                        ? there.stream().anyMatch(text -> text.startsWith(key))
                        : there.contains(key);
                if (!found) {
                    missing.add(key);
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextIsWithoutUse(Path english) {
        String code = String.join("\n", sourcesOf(english));
        List<String> unused = new ArrayList<>(read(english).stringPropertyNames());
        unused.removeIf(key -> code.contains('"' + key + '"') || isPutTogether(key, code));
        assertThat(unused).isEmpty();
    }

    // Of a key that is put together at run time, the part before or behind one of its dots stands in the code.
    private static boolean isPutTogether(String key, String code) {
        return IntStream.range(0, key.length()).filter(i -> key.charAt(i) == '.')
                .anyMatch(dot -> code.contains('"' + key.substring(0, dot + 1) + '"')
                        || code.contains('"' + key.substring(dot) + '"'));
    }

    private static List<String> sourcesOf(Path english) {
        Path folder = SOURCES.resolve(RESOURCES.relativize(english)).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(TextsTest::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> places(String text) {
        new MessageFormat(text);
        return Pattern.compile("\\{(\\d+)").matcher(text).results().map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(Path file) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
