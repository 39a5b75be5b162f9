// A change of one key changes that key, whatever the file looks like, and leaves every other letter where it is.
package dev.wherry.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigEditTest {

    private static final Path FILE = Path.of("wherry.yaml");

    /** Files in many a form; all can take every change below. */
    private static final List<String> FILES = List.of(
            "",
            "\n\n",
            "# only a comment",
            "---\n",
            "cpus: 2",
            "cpus: 2\n",
            "\uFEFFcpus: 2 # after a byte order mark\nmemory: 2GiB\n",
            "# zoë's file 🚢🚢 #\n\"cpus\" : 2   # quoted 🚢\n\n'memory': \"2GiB\" # é\n\n# the end\n",
            "cpus: 2\r\n# comment\r\n\r\nmemory: 2GiB\r\nengine:\r\n  debug: true\r\n# the end\r\n",
            "{cpus: 2, memory: 2GiB}\n",
            "{\n  # one\n  \"cpus\": 2,\n  engine: {debug: true, log-opts: {max-size: 1m}}  # two\n}\n",
            "{}",
            "  cpus: 2\n  # indented\n  engine:\n     debug: true\n     # deeper\n\n  disk: 10GiB\n",
            "engine:\n  debug: true\n\n  # about logs\n  log-opts:\n    max-size: 1m # each\n    # the end of logs\n# the end\n",
            "engine:\n# nothing yet\nmemory: 2GiB # here\n",
            "engine: # here\n  # what for\n  {debug: true,\n   log-opts: {}}\ncpus: 2\n",
            "engine:\n  hosts:\n  - a\n  - b # two\n\n  labels: |\n    a: text\n    # cpus: 3\n\n  log-opts:\n\ncpus: 2\n",
            "cpus:   # comes below\n   2 # here it is\nmemory: !!str 2GiB\n",
            "? cpus\n: 2\n? memory\n: 2GiB\n",
            "# cpus: 1\n#memory: 1GiB\n\n#engine:\n#  debug: false\n\n# disk: how large\nstage_timeout: 9\n",
            ConfigTemplate.of(new Defaults(8, DataSize.ofGiB(16))),
            ConfigTemplate.of(new Defaults(8, DataSize.ofGiB(16))).replace("\n", "\r\n"));

    private static final List<List<String>> CHANGES = List.of(
            List.of("cpus", "7"),
            List.of("memory", "3 GiB"),
            List.of("disk", "20GiB"),
            List.of("engine", "{dns: [1.1.1.1]}"),
            List.of("engine", "{}"),
            List.of("engine.debug", "false"),
            List.of("engine.insecure-registries", "[\"registry.local:5000\", b]"),
            List.of("engine.log-opts.max-size", "10m"),
            List.of("engine.a.\"b.c\".d", "'it''s \"quoted\": 🚢, {no} [list]'"),
            List.of("engine.labels", "\"two\\nlines\""));

    static Stream<Arguments> changesOfFiles() {
        return FILES.stream().flatMap(file -> CHANGES.stream().map(
                change -> Arguments.of(file, change.getFirst(), change.getLast())));
    }

    @ParameterizedTest
    @MethodSource("changesOfFiles")
    void aChangeChangesItsKeyAndNothingElse(String file, String key, String value) throws Exception {
        KeyPath path = KeyPath.parse(key);
        JsonNode wanted = path.value(value);
        ConfigDocument before = ConfigDocument.parse(FILE, file);
        ConfigDocument after = before.with(path, value);
        String changed = after.text();

        assertThat(after.setting(path)).map(Setting::value).contains(wanted);
        for (ConfigKey other : ConfigKey.values()) {
            if (other != path.key()) {
                assertThat(after.tree().get(other.key())).isEqualTo(before.tree().get(other.key()));
            }
        }
        if (!key.equals("engine") && !key.equals("engine.labels")) { // what is within a value goes with it
            assertThat(comments(changed)).isEqualTo(comments(file));
        }
        if (file.contains("\r\n")) {
            assertThat(changed.replace("\r\n", "")).doesNotContain("\n");
        }
        // Once more changes nothing, and the way back leads back.
        assertThat(after.with(path, value).text()).isEqualTo(changed);
        if (before.setting(path).isPresent()) {
            ConfigDocument back = after.with(path, YamlText.inline(before.setting(path).orElseThrow().value()));
            assertThat(back.tree()).isEqualTo(before.tree());
        }
    }

    @ParameterizedTest
    @MethodSource("changesOfFiles")
    void whatWasSetCanBeUnset(String file, String key, String value) throws Exception {
        KeyPath path = KeyPath.parse(key);
        ConfigDocument before = ConfigDocument.parse(FILE, file);
        ConfigDocument unset = before.with(path, value).without(path);

        assertThat(unset.setting(path)).isEmpty();
        assertThat(unset.without(path)).isSameAs(unset);
        if (!before.tree().has(path.key().key()) && !file.startsWith("{")) {
            assertThat(unset.text().stripTrailing()).isEqualTo(file.stripTrailing());
        }
    }

    private static List<String> comments(String text) {
        return text.lines().filter(line -> line.contains("#")).map(line -> line.substring(line.indexOf('#'))).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cpus: 2 # mine\\n          | cpus            | 4     | cpus: 4 # mine\\n
            a\\n                       | cpus            | 4     | refused
            cpus:\\nmemory: 2GiB\\n    | memory          | 3GiB  | refused
            #cpus: 4\\n\\n# end\\n     | cpus            | 3     | #cpus: 4\\ncpus: 3\\n\\n# end\\n
            # cpus: 4\\n# end\\n       | cpus            | 3     | # cpus: 4\\ncpus: 3\\n# end\\n
            #engine:\\n#  a: 1\\n# b\\n | engine.x       | 1     | #engine:\\n#  a: 1\\nengine:\\n  x: 1\\n# b\\n
            engine:\\n  a: 1\\n# end   | engine.b        | x y   | engine:\\n  a: 1\\n  b: "x y"\\n# end
            engine:\\n    a: 1         | engine.b.c      | true  | engine:\\n    a: 1\\n    b:\\n      c: true
            engine: {a: 1}\\n          | engine.b.c      | [1]   | engine: {a: 1, b: {"c": [1]}}\\n
            engine: {}\\n              | engine.b        | 1     | engine: {"b": 1}\\n
            engine: # none\\ncpus: 1   | engine.b        | 1     | engine: # none\\n  b: 1\\ncpus: 1
            engine:\\n - a             | cpus            | 1     | refused
            engine: {debug: true}\\n  | engine.debug    | off   | engine: {debug: false}\\n
            shares: {home: ro}\\n     | shares.home     | off   | shares: {home: off}\\n
            cpus: 1\\n                | updates.check   | on    | cpus: 1\\nupdates:\\n  check: on\\n
            host: {}\\n               | host            | {loopback: false} | host: {"loopback": off}\\n
            """)
    void theNewTextIsAsAPersonWouldHaveWrittenIt(String file, String key, String value, String expected)
            throws Exception {
        String text = file.replace("\\n", "\n");
        KeyPath path = KeyPath.parse(key);
        if (expected.equals("refused")) {
            assertThatThrownBy(() -> ConfigDocument.parse(FILE, text)).isInstanceOf(ConfigException.class);
        } else {
            assertThat(ConfigDocument.parse(FILE, text).with(path, value).text())
                    .isEqualTo(expected.replace("\\n", "\n"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cpus: 2 # mine\\nmemory: 2GiB\\n        | cpus        | memory: 2GiB\\n
            #cpus: 4\\ncpus: 2\\n\\n#end            | cpus        | #cpus: 4\\n\\n#end
            engine:\\n  a: 1\\n  b: 2\\n            | engine.a    | engine:\\n  b: 2\\n
            engine:\\n  a:\\n    b: 2\\ncpus: 1     | engine.a.b  | cpus: 1
            engine:\\n  a:\\n    - b\\n# c\\n       | engine.a    | # c\\n
            {cpus: 1, memory: 2GiB, disk: 8GiB}     | memory      | {cpus: 1, disk: 8GiB}
            {cpus: 1, memory: 2GiB}                 | memory      | {cpus: 1}
            {cpus: 1}                               | cpus        | {}
            """)
    void unsettingTakesTheKeysLinesAndMapsThatItEmpties(String file, String key, String expected) throws Exception {
        ConfigDocument document = ConfigDocument.parse(FILE, file.replace("\\n", "\n"));
        assertThat(document.without(KeyPath.parse(key)).text()).isEqualTo(expected.replace("\\n", "\n"));
    }

    @Test
    void whatHasNoKeysInsideIsNotMadeAMap() throws Exception {
        ConfigDocument document = ConfigDocument.parse(FILE, "engine:\n  debug: true\n");
        KeyPath path = KeyPath.parse("engine.debug.level");
        assertThatThrownBy(() -> document.with(path, "1"))
                .isInstanceOf(ConfigException.class).hasMessageContaining("\"debug\" is true");
    }

    @Test
    void aFormThatCannotBeChangedSafelyIsLeftAlone() throws Exception {
        ConfigDocument document = ConfigDocument.parse(FILE, "cpus: 2\n...\n");
        KeyPath path = KeyPath.of(ConfigKey.DISK);
        assertThatThrownBy(() -> document.with(path, "8GiB"))
                .isInstanceOf(ConfigException.class).hasMessageContaining("cannot change safely")
                .extracting(e -> ((ConfigException) e).remedy()).asString().contains("by hand");
    }
}
