// Docker contexts: made as docker makes them, and taken away without a trace.
package dev.wherry.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerContextsTest {

    private static final String HOST = "unix:///tmp/foo/a b<&ü.sock";
    /** SHA-256 of "wherry", which docker 28 named the folder by. */
    private static final String META = "contexts/meta/febd2d8c0373809d09bbda5b381eb6d2a1bd385c3d51809123f8066ba43124fd/meta.json";

    @TempDir
    private Path home;
    private Path docker;
    private Path config;
    private DockerContexts contexts;

    @BeforeEach
    void setUp() {
        docker = home.resolve(".docker");
        config = docker.resolve("config.json");
        contexts = new DockerContexts(docker);
    }

    @Test
    void theFolderIsDockersOwnUnlessMoved() {
        assertThat(DockerContexts.folder(Map.of(), home)).isEqualTo(docker);
        assertThat(DockerContexts.folder(Map.of("DOCKER_CONFIG", "/elsewhere"), home)).isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void aContextIsWrittenAsDockerWritesIt() throws Exception {
        contexts.install("wherry", HOST, false);
        // The very bytes of docker 28.2.2 after "docker context create".
        assertThat(docker.resolve(META)).hasContent(
                """
                        {"Name":"wherry","Metadata":{},"Endpoints":{"docker":{"Host":"unix:///tmp/foo/a b\\u003c\\u0026ü.sock","SkipTLSVerify":false}}}""");
    }

    @Test
    void withoutAFolderOfDockersNothingIsLeft() throws Exception {
        undoes(false);
        undoes(true);
        assertThat(docker).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}", "{ }", "{\n}\n", "{\"auths\":{}}", "{\n\t\"auths\": {},\n\t\"currentContext\": \"\"\n}",
            "{\r\n  \"credsStore\" : \"pass\" ,\r\n  \"currentContext\" :  \"default\" ,\r\n  \"x\":[1, {\"currentContext\":\"y\"}]\r\n}\r\n",
            "  {  \"HttpHeaders\": {\"currentContext\": \"no\"}, \"psFormat\": \"ü\\u00fc\" }  ",
            "{\"currentContext\":null}", "{\"a\":1,\n\n   \"currentContext\":\"d\\u0065fault\"}"})
    void whateverIsInTheConfigIsThereAgainToTheByte(String text) throws Exception {
        Files.createDirectory(docker);
        Files.writeString(config, text);
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-r-----"));
        undoes(false);
        undoes(true);
    }

    @Test
    void otherContextsStayAndTheFormerOneIsCurrentAgain() throws Exception {
        other("colima");
        Files.writeString(config, "{\"currentContext\":\"colima\"}");
        undoes(true);
    }

    @Test
    void theConfigIsNotTouchedUnlessTheContextIsToBeUsed() throws Exception {
        Files.createDirectory(docker);
        Files.writeString(config, "this is no JSON");
        contexts.install("wherry", HOST, false);
        assertThat(config).hasContent("this is no JSON");
    }

    @Test
    void usingItChangesOneValueAndNothingElse() throws Exception {
        Files.createDirectory(docker);
        Files.writeString(config, "{\n    \"auths\": {} , \"currentContext\" : \"default\"\n}");
        contexts.install("wherry", HOST, true);
        assertThat(config).hasContent("{\n    \"auths\": {} , \"currentContext\" : \"wherry\"\n}");
    }

    @Test
    void aLinkedConfigStaysALink() throws Exception {
        Files.createDirectory(docker);
        Path dotfile = Files.writeString(home.resolve("dotfile.json"), "{\"auths\": {}}");
        Files.createSymbolicLink(config, dotfile);
        contexts.install("wherry", HOST, true);
        assertThat(Files.isSymbolicLink(config)).isTrue();
        assertThat(dotfile).content().contains("wherry");
        contexts.remove("wherry");
        assertThat(dotfile).hasContent("{\"auths\": {}}");
    }

    @Test
    void installingAgainChangesNothingButTheAddress() throws Exception {
        SortedMap<String, String> before = snapshot();
        contexts.install("wherry", HOST, true);
        SortedMap<String, String> once = snapshot();
        contexts.install("wherry", HOST, true);
        contexts.install("wherry", HOST, false);
        assertThat(snapshot()).isEqualTo(once);
        contexts.install("wherry", "unix:///moved.sock", false);
        assertThat(docker.resolve(META)).content().contains("unix:///moved.sock");
        contexts.remove("wherry");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void whoChoseAnotherContextSinceKeepsIt() throws Exception {
        other("colima");
        contexts.install("wherry", HOST, true);
        Files.writeString(config, "{\"currentContext\": \"colima\"}");
        contexts.remove("wherry");
        assertThat(config).hasContent("{\"currentContext\": \"colima\"}");
    }

    @Test
    void aContextThatTheUserMadeCurrentDoesNotStayCurrentWhenItIsGone() throws Exception {
        contexts.install("wherry", HOST, false);
        Files.writeString(config, "{\n\t\"auths\": {},\n\t\"currentContext\": \"wherry\"\n}");
        contexts.remove("wherry");
        assertThat(config).hasContent("{\n\t\"auths\": {}\n}");
    }

    @Test
    void aFormerContextThatIsGoneByNowIsNotMadeCurrent() throws Exception {
        Files.createDirectory(docker);
        Files.writeString(config, "{\"currentContext\": \"desktop-linux\"}");
        contexts.install("wherry", HOST, true);
        contexts.remove("wherry");
        assertThat(config).hasContent("{}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoOfOursAreUndoneInEitherOrder(boolean firstFirst) throws Exception {
        SortedMap<String, String> before = snapshot();
        contexts.install("wherry", HOST, true);
        contexts.install("wherry-work", HOST, true);
        contexts.remove(firstFirst ? "wherry" : "wherry-work");
        assertThat(config).content().contains(firstFirst ? "\"wherry-work\"" : "\"wherry\"");
        contexts.remove(firstFirst ? "wherry-work" : "wherry");
        assertThat(snapshot()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOneBeforeBothOfOursIsCurrentAgainInTheEnd(boolean firstFirst) throws Exception {
        other("colima");
        Files.writeString(config, "{\"currentContext\": \"colima\"}");
        twoOfOursAreUndoneInEitherOrder(firstFirst);
    }

    @Test
    void aContextOfSomebodyElsesIsRefusedAndNotTouched() throws Exception {
        other("wherry");
        SortedMap<String, String> before = snapshot();
        assertThatThrownBy(() -> contexts.install("wherry", HOST, true)).isInstanceOf(ContextException.class)
                .hasMessageContaining("\"wherry\"").hasMessageContaining("did not make");
        assertThatThrownBy(() -> contexts.remove("wherry")).isInstanceOf(ContextException.class);
        assertThat(snapshot()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"auths\":}", "{\"currentContext\": 7}", "{} {}",
            "{\"currentContext\":\"a\",\"currentContext\":\"b\"}"})
    void aBrokenConfigIsNamedAndNothingIsChanged(String text) throws Exception {
        contexts.install("wherry-work", HOST, false);
        Files.writeString(config, text);
        SortedMap<String, String> before = snapshot();
        assertThatThrownBy(() -> contexts.install("wherry", HOST, true)).isInstanceOf(ContextException.class)
                .hasMessageContaining(config.toString());
        assertThatThrownBy(() -> contexts.remove("wherry-work")).isInstanceOf(ContextException.class);
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void aConfigThatIsNotTextIsNamedToo() throws Exception {
        Files.createDirectory(docker);
        Files.write(config, new byte[]{'{', (byte) 0xff, '}'});
        assertThatThrownBy(() -> contexts.install("wherry", HOST, true)).isInstanceOf(ContextException.class)
                .hasMessageContaining("it is not UTF-8");
    }

    @Test
    void whatOthersPutIntoFoldersOfOursStays() throws Exception {
        contexts.install("wherry", HOST, true);
        other("colima");
        contexts.remove("wherry");
        assertThat(snapshot().values()).anyMatch(file -> file.contains("colima"))
                .noneMatch(file -> file.contains("wherry"));
    }

    @Test
    void removingWhatIsNotThereDoesNothing() throws Exception {
        assertThat(contexts.remove("wherry")).isFalse();
        assertThat(docker).doesNotExist();
    }

    private void undoes(boolean use) throws Exception {
        SortedMap<String, String> before = snapshot();
        contexts.install("wherry", HOST, use);
        assertThat(snapshot()).isNotEqualTo(before);
        if (use) {
            assertThat(CurrentContext.in(Files.readString(config)).name()).isEqualTo("wherry");
        }
        assertThat(contexts.remove("wherry")).isTrue();
        assertThat(snapshot()).isEqualTo(before);
    }

    /** A context that is not ours; docker finds contexts by their folders, whatever those are called. */
    private void other(String name) throws IOException {
        ContextFolder folder = ContextFolder.of(docker.resolve("contexts/meta"), name);
        Files.createDirectories(folder.path());
        folder.writeMeta(name, "unix:///" + name + ".sock");
    }

    /** Every path under the home folder, with its mode and content. */
    private SortedMap<String, String> snapshot() throws IOException {
        SortedMap<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.toList()) {
                String mode = PosixFilePermissions
                        .toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
                all.put(path.toString(), mode + (Files.isRegularFile(path) ? " " + Files.readString(path) : ""));
            }
        }
        return all;
    }
}
