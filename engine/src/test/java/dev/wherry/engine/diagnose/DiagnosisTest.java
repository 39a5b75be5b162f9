// The archive as a whole: nothing that was planted anywhere gets into it, and it gets made whatever is broken.
package dev.wherry.engine.diagnose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import dev.wherry.engine.host.Directories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisTest {

    private static final String SECRET = "s3cr3tHunter2";
    private static final String KEY = """
            -----BEGIN OPENSSH PRIVATE KEY-----
            b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQs3cr3tHunter2
            -----END OPENSSH PRIVATE KEY-----
            """;

    @TempDir
    private Path folder;
    private Path home;
    private Directories directories;

    @BeforeEach
    void makeAHomeOfAnAwkwardName() throws Exception {
        Path real = Files.createDirectories(folder.resolve("Zoë's \"home\", sweet"));
        home = Files.createSymbolicLink(folder.resolve("linked hóme"), real);
        directories = new Directories(home.resolve("config"), home.resolve("data"), home.resolve("logs"),
                home.resolve("r"));
    }

    @Test
    @Timeout(60)
    void nothingThatWasPlantedInAnySourceGetsIn() throws Exception {
        String place = home + " " + home.toRealPath() + " " + home.toRealPath().toUri() + " "
                + URLEncoder.encode(home.toRealPath().toString(), UTF_8) + "\n";
        String yaml = "engine:\n  proxies: {http-proxy: http://u:" + SECRET + "@p:1}\n  log-token: " + SECRET + "\n";
        write("config/wherry.yaml", yaml);
        write("config/machines/other.yaml", yaml + "x: [");
        write("logs/agent.log", "TOKEN=" + SECRET + " " + place + KEY + "Bearer " + SECRET + "\nthe end\n");
        write("logs/agent.log.1", "\"auth\": \"" + SECRET + "\"\n" + place);
        write("logs/agent.out", "--password " + SECRET + "\n" + place);
        write("logs/default-console.log", "secret=" + SECRET + "\n" + place);
        write("logs/default-console.log.2", "secret=" + SECRET + "\n" + place);
        write("logs/default-qemu.log", "http://" + SECRET + "@x/ " + place);
        write("data/machines/default/keys/client-key", KEY);
        write("data/machines/default/ssh-host-key", KEY);
        write("data/machines/default/disk.raw", SECRET);
        write("data/machines/default/machine.json", "{\"serial\": \"" + SECRET + "\"}");

        Map<String, String> entries = diagnose(
                Map.of("HTTPS_PROXY", "u:" + SECRET + "@proxy:3128", "MY_VARIABLE", SECRET,
                        "WHERRY_TOKEN", SECRET, "LANG", "C.UTF-8", "DOCKER_HOST", "tcp://u:" + SECRET + "@far:1"));

        assertThat(entries).containsKeys("README.txt", "versions.txt", "environment.txt", "files.txt", "doctor.json",
                "image/manifest.json", "machines/default/status.json", "machines/default/docker-info.json",
                "config/wherry.yaml", "config/machines/other.yaml", "logs/agent.log", "logs/agent.log.1",
                "logs/agent.out", "logs/default-console.log", "logs/default-console.log.2", "logs/default-qemu.log");
        assertThat(entries.keySet()).noneMatch(name -> name.contains("key") || name.contains("disk"));
        assertThat(entries).allSatisfy((name, text) -> assertThat(text).as(name)
                .doesNotContain(SECRET, "PRIVATE KEY", "b3BlbnNzaC1r", "Zoë", "Zo%C3%AB", "hóme", "sweet"));
        assertThat(entries.get("logs/agent.log")).contains("the end");
        assertThat(entries.get("environment.txt")).contains("LANG=C.UTF-8").contains("HTTPS_PROXY=proxy:3128")
                .doesNotContain("MY_VARIABLE");
        assertThat(entries.get("files.txt")).contains("~/data/machines/default/disk.raw");
    }

    @Test
    @Timeout(60)
    void withoutAnythingThereIsStillAnArchiveThatOnlyItsOwnerCanRead() throws Exception {
        Map<String, String> entries = diagnose(Map.of());
        assertThat(entries.get("machines/default/status.json")).contains("\"ABSENT\"");
        assertThat(entries.get("machines/default/docker-info.json")).startsWith("This could not be collected");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("d.zip"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Tag("slow")
    @Timeout(120)
    void anAgentThatHangsIsWaitedForOnlyForSomeSeconds() throws Exception {
        Path sockets = Files.createDirectories(home.resolve("r"));
        try (ServerSocketChannel mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            mute.bind(UnixDomainSocketAddress.of(sockets.resolve("agent.sock")));
            Map<String, String> entries = diagnose(Map.of());
            assertThat(entries.get("machines/default/status.json")).contains("could not be collected")
                    .contains("did not answer");
            assertThat(entries.get("doctor.json")).contains("did not answer");
        }
    }

    @Test
    void ofAHugeFileTheEndIsKept() throws Exception {
        write("logs/agent.log", ("a line of it, ".repeat(7) + "\n").repeat(60_000) + "the end\n");
        String log = diagnose(Map.of()).getOrDefault("logs/agent.log", "");
        assertThat(log).startsWith("(The first ").endsWith("the end\n");
        assertThat(log.length()).isBetween(5_000_000, (5 << 20) + 200);
    }

    @Test
    void aFileThatIsThereIsNeitherOverwrittenNorDeleted() throws Exception {
        Path there = Files.writeString(folder.resolve("there.zip"), "mine");
        assertThatThrownBy(() -> diagnosis(Map.of()).writeTo(there)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(there).hasContent("mine");
    }

    private void write(String name, String content) throws Exception {
        Path file = home.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, content);
    }

    private Diagnosis diagnosis(Map<String, String> environment) {
        return new Diagnosis(directories, "default", "wherry test", environment, home);
    }

    private Map<String, String> diagnose(Map<String, String> environment) throws Exception {
        Path zip = folder.resolve("d.zip");
        List<String> names = diagnosis(environment).writeTo(zip);
        Map<String, String> entries = new HashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                try (InputStream content = file.getInputStream(entry)) {
                    entries.put(entry.getName(), new String(content.readAllBytes(), UTF_8));
                }
            }
        }
        assertThat(names).containsExactlyInAnyOrderElementsOf(entries.keySet());
        return entries;
    }
}
