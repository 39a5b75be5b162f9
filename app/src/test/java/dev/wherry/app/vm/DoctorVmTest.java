// The doctor and the diagnosis against a running machine.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("vm")
@ExtendWith(SharedVm.class)
class DoctorVmTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void onAHealthyMachineNothingFailsAndTheGuestIsLookedAt(Wherry wherry) throws Exception {
        Command.Result result = wherry.wherry("doctor").run();
        assertThat(result.stdout()).contains(" 0 failed").contains("+ passed  Engine").contains("storage driver")
                .doesNotContain("skipped");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aStaleSocketIsRemovedByTheFix(Wherry wherry) throws Exception {
        Path runtime = Path.of(wherry.status().path("engineSocket").asText()).resolveSibling("docker-gone.sock");
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(runtime)).close();
        assertThat(finding(wherry, "stale-files").path("cause").asText()).contains("docker-gone.sock");
        JsonNode fixed = finding(wherry, "stale-files", "--fix");
        assertThat(fixed.path("outcome").asText()).isEqualTo("PASSED");
        assertThat(fixed.path("fixed").asText()).contains("docker-gone.sock");
        assertThat(runtime).doesNotExist();
        assertThat(wherry.state()).isEqualTo("RUNNING");
    }

    @Test
    void aKeyThatOthersCanReadIsClosedByTheFix(Wherry wherry) throws Exception {
        Path key = wherry.home().resolve("data/machines/default/keys/client-key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Command.Result failed = wherry.wherry("doctor").run();
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.stdout()).contains("x failed  Permissions").contains("chmod go=");
        assertThat(finding(wherry, "permissions", "--fix").path("outcome").asText()).isEqualTo("PASSED");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
    }

    @Test
    void aTakenPortIsNamed(Wherry wherry) throws Exception {
        Containers.buildShell(wherry);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            wherry.docker("run", "-d", "--name", "late", "-p", "127.0.0.1:" + taken.getLocalPort() + ":80",
                    Containers.SHELL, "sleep", "600").run().succeeded();
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                JsonNode ports = finding(wherry, "ports");
                assertThat(ports.path("outcome").asText()).isEqualTo("FAILED");
                assertThat(ports.path("cause").asText()).contains("127.0.0.1:" + taken.getLocalPort() + " of late");
            });
        } finally {
            wherry.docker("rm", "-f", "late").run().succeeded();
        }
    }

    @Test
    void aClockThatSomethingKeepsSettingWrongIsToldOfAndSetByTheFix(Wherry wherry, @TempDir Path folder)
            throws Exception {
        // Once is not enough: the agent puts it right within seconds.
        Process setter = wherry.wherry("ssh",
                "wrong=$(( $(date +%s) - 3600 )); while date -s @$wrong; do sleep 0.1; done")
                .start(folder.resolve("out"), folder.resolve("err"));
        try {
            await().atMost(SOON).untilAsserted(() -> {
                JsonNode wrong = finding(wherry, "clock");
                assertThat(wrong.path("outcome").asText()).isEqualTo("FAILED");
                assertThat(wrong.path("cause").asText()).contains("behind");
            });
        } finally {
            setter.destroy();
            setter.waitFor();
        }
        await().atMost(SOON)
                .until(() -> finding(wherry, "clock", "--fix").path("outcome").asText().equals("PASSED"));
    }

    @Test
    void theDiagnosisHoldsEverythingButTheHomeFolderAndTheKeys(Wherry wherry, @TempDir Path folder) throws Exception {
        Path zip = folder.resolve("d.zip");
        assertThat(wherry.run("diagnose", "-o", zip.toString())).contains(zip.toString()).contains("  logs/agent.log")
                .contains("Nothing was sent anywhere");
        Map<String, String> entries = unzip(zip);
        assertThat(entries).containsKeys("versions.txt", "doctor.json", "files.txt", "environment.txt",
                "image/manifest.json", "machines/default/status.json", "machines/default/docker-info.json",
                "machines/default/docker-version.json", "logs/agent.log", "logs/default-console.log",
                "logs/default-qemu.log");
        assertThat(entries.get("machines/default/docker-info.json")).contains("overlay2");
        assertThat(entries.get("machines/default/status.json")).contains("RUNNING");
        assertThat(entries.get("versions.txt")).contains("wherry ").contains("QEMU ");
        String key = Files.readAllLines(wherry.home().resolve("data/machines/default/keys/client-key")).get(1);
        assertThat(entries).allSatisfy((name, text) -> assertThat(text).as(name)
                .doesNotContain(key, "PRIVATE KEY", "Zoë", "sweet home"));
        assertThat(wherry.wherry("diagnose", "-o", zip.toString()).run().exitCode()).as("no overwriting").isEqualTo(1);
    }

    private static JsonNode finding(Wherry wherry, String check, String... options) throws Exception {
        String[] line = new String[options.length + 2];
        line[0] = "doctor";
        line[1] = "--json";
        System.arraycopy(options, 0, line, 2, options.length);
        for (JsonNode finding : new ObjectMapper().readTree(wherry.wherry(line).run().stdout()).path("findings")) {
            if (finding.path("check").asText().equals(check)) {
                return finding;
            }
        }
        throw new AssertionError("There is no check " + check);
    }

    private static Map<String, String> unzip(Path zip) throws Exception {
        Map<String, String> entries = new HashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                try (InputStream content = file.getInputStream(entry)) {
                    entries.put(entry.getName(), new String(content.readAllBytes(), UTF_8));
                }
            }
        }
        return entries;
    }
}
