// What each check makes of what it sees.
package dev.wherry.engine.doctor;

import static dev.wherry.engine.doctor.Outcome.FAILED;
import static dev.wherry.engine.doctor.Outcome.PASSED;
import static dev.wherry.engine.doctor.Outcome.SKIPPED;
import static dev.wherry.engine.doctor.Outcome.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.agent.MachineReport.Port;
import dev.wherry.engine.agent.MachineReport.Share;
import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.doctor.GuestFacts.ClockReading;
import dev.wherry.engine.doctor.GuestFacts.Lookup;
import dev.wherry.engine.doctor.GuestFacts.Space;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.host.Platform.Os;
import dev.wherry.engine.host.SystemProxy;
import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.MachineStatus.Failure;
import dev.wherry.engine.proxy.Proxies;
import dev.wherry.engine.proxy.ProxyFinder;
import dev.wherry.engine.proxy.ProxySettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChecksTest {

    @TempDir
    private Path home;
    private Subject subject;

    @BeforeEach
    void look() throws Exception {
        Directories directories = new Directories(home.resolve("config"), home.resolve("data"), home.resolve("logs"),
                home.resolve("run"));
        subject = new Subject(directories, "default", MachineFiles.of(directories, "default"), Map.of(), home);
    }

    @Test
    void aBrokenConfigurationIsNamedWithItsLine() throws Exception {
        assertThat(new ConfigCheck(subject).run().outcome()).isEqualTo(PASSED);
        Files.createDirectories(home.resolve("config"));
        Files.writeString(subject.files().config(), "cpus: 2\nmemroy: 2GiB\n");
        Finding finding = new ConfigCheck(subject).run();
        assertThat(finding.outcome()).isEqualTo(FAILED);
        assertThat(finding.cause()).contains("wherry.yaml, line 2").contains("memroy");
        assertThat(new MemoryCheck(subject).run().outcome()).isEqualTo(SKIPPED);
        assertThat(new AcceleratorCheck(subject).run().outcome()).isEqualTo(SKIPPED);
    }

    @ParameterizedTest
    @CsvSource({
            "kvm,  KVM works,                                    false, PASSED,  ''",
            "tcg,  TCG as set,                                   true,  PASSED,  ''",
            "tcg,  KVM is not available: there is no /dev/kvm,   false, WARNING, modprobe",
            "tcg,  KVM is present but this user may not open it, false, WARNING, usermod -aG kvm",
            "tcg,  KVM is present but a test VM failed under it, false, WARNING, nested"})
    void emulationIsWarnedOfUnlessItWasChosen(String accelerator, String reason, boolean asSet, Outcome outcome,
            String fix) {
        Finding finding = new AcceleratorCheck(subject)
                .judge(new AcceleratorCheck.Use(accelerator, reason, asSet), Os.LINUX);
        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.cause()).contains(reason);
        assertThat(finding.fix()).contains(fix);
    }

    @ParameterizedTest
    @CsvSource({
            "4,  16, 8,  false, PASSED",
            "4,  16, 2,  false, WARNING",
            "4,  16, 2,  true,  PASSED",
            "16, 16, 16, false, FAILED"})
    void theMachineHasToFitIntoTheHostsMemory(int wanted, int total, int available, boolean taken, Outcome outcome) {
        Finding finding = new MemoryCheck(subject).judge(new MemoryCheck.Amounts(DataSize.ofGiB(wanted),
                DataSize.ofGiB(total), DataSize.ofGiB(available), taken));
        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.cause()).contains(wanted + "GiB", total + "GiB");
    }

    @ParameterizedTest
    @CsvSource({"900, FAILED", "2048, WARNING", "9000, PASSED"})
    void theDiskUnderTheDataFolderNeedsRoom(int freeMiB, Outcome outcome) {
        Finding finding = new DiskSpaceCheck(subject).judge(DataSize.ofMiB(freeMiB), OptionalLong.of(300L << 20), home);
        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.cause()).contains(home.toString()).contains("the data disk takes 300MiB");
    }

    @Test
    void aKeyThatOthersCanReadIsClosedByTheFix() throws Exception {
        Path key = Files.createDirectories(subject.files().keys()).resolve("client-key");
        Files.writeString(key, "key");
        open(subject.files().folder(), "rwx------");
        open(subject.files().keys(), "rwx------");
        open(key, "rw-r--r--");
        PermissionsCheck check = new PermissionsCheck(subject, false);
        Finding finding = check.run();
        assertThat(finding.outcome()).isEqualTo(FAILED);
        assertThat(finding.cause()).contains(key.toString()).doesNotContain(subject.files().disk().toString());
        assertThat(finding.fix()).startsWith("chmod go= ").contains(key.toString());
        assertThat(apply(finding)).contains(key + " (rw-------)");
        assertThat(check.run().outcome()).isEqualTo(PASSED);
    }

    @Test
    void aRuntimeFolderThatWasOpenIsWarnedOf() throws Exception {
        assertThat(new PermissionsCheck(subject, true).run().outcome()).isEqualTo(WARNING);
    }

    private static void open(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static String apply(Finding finding) throws Exception {
        Fix fix = finding.automatic();
        return fix == null ? "" : fix.apply();
    }

    @ParameterizedTest
    @CsvSource({
            "OURS,           '',      default, PASSED",
            "tcp://far:2375, '',      default, WARNING",
            "tcp://far:2375, wherry,  wherry,  WARNING",
            "'',             wherry,  default, PASSED",
            "'',             desktop, wherry,  WARNING",
            "'',             '',      wherry,  PASSED",
            "'',             '',      desktop, PASSED"})
    void theEngineThatDockerClientsUseIsTheOneThatTheyThemselvesWouldChoose(String host, String context, String chosen,
            Outcome outcome) {
        String named = host.equals("OURS") ? "unix://" + subject.files().engineSocket() : host;
        Finding finding = new DockerClientCheck(subject).judge(new DockerClientCheck.Client(named, context, chosen));
        assertThat(finding.outcome()).isEqualTo(outcome);
        if (outcome == WARNING) {
            assertThat(finding.cause()).containsAnyOf("tcp://far:2375", "desktop");
            assertThat(finding.fix()).isNotEmpty();
        }
    }

    @Test
    void theContextThatWasChosenIsReadFromDockersOwnFile() throws Exception {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\": \"desktop\"}");
        assertThat(new DockerClientCheck(subject).run().cause()).contains("\"desktop\"");
        Files.writeString(home.resolve(".docker/config.json"), "{");
        assertThat(new DockerClientCheck(subject).run().outcome()).isEqualTo(WARNING);
    }

    @ParameterizedTest
    @CsvSource({
            "NO_PROXY,   x,                        '',                    PASSED",
            "HTTP_PROXY, http://proxy:3128,        '',                    WARNING",
            "http_proxy, http://proxy:3128,        'localhost',           WARNING",
            "HTTP_PROXY, http://user:secret@proxy, 'localhost, 127.0.0.1', PASSED",
            "ALL_PROXY,  socks5://proxy,           '*',                   PASSED"})
    void aProxyNeedsToSpareThisComputer(String name, String value, String spared, Outcome outcome) {
        Map<String, String> environment = Map.of(name, value, "no_proxy", spared);
        Proxies proxies = new ProxyFinder(environment, () -> SystemProxy.Setting.NONE).find(ProxySettings.AUTO);
        Finding finding = new ProxyCheck(subject).judge(proxies, environment);
        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.cause()).doesNotContain("secret");
        assertThat(finding.cause().contains("the engine uses ")).isEqualTo(!name.equals("NO_PROXY"));
    }

    @Test
    void aProxyThatCannotBeUsedIsNamed() throws Exception {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(subject.files().config(), "proxy: {http: 'http://proxy:3128'}\n");
        Finding finding = new ProxyCheck(new Subject(subject.directories(), "default", subject.files(),
                Map.of("HTTPS_PROXY", "http://", "NO_PROXY", "*"), home)).run();
        assertThat(finding.outcome()).isEqualTo(WARNING);
        assertThat(finding.cause()).contains("What HTTPS_PROXY names is no address of a proxy")
                .contains("http://proxy:3128 (" + subject.files().config() + ":1) for HTTP alone");
        assertThat(finding.fix()).contains("config set proxy.https");
    }

    @Test
    void aCertificateFileThatIsNoneIsNamed() throws Exception {
        assertThat(new CertificatesCheck(subject).run().outcome()).isEqualTo(PASSED);
        Path certificates = Files.createDirectories(home.resolve("config/certs"));
        Files.writeString(certificates.resolve("company.crt"), "It comes by mail.");
        Finding finding = new CertificatesCheck(subject).run();
        assertThat(finding.outcome()).isEqualTo(WARNING);
        assertThat(finding.cause()).contains("company.crt is left out because it is neither PEM");
    }

    @Test
    void anAgentThatHangsOrIsOfAnotherVersionFailsAndAnAbsentOneOnlyWhenAVmRuns() {
        AgentCheck check = new AgentCheck(subject);
        assertThat(check.judge(new AgentAnswer.Report(report(MachineState.RUNNING, null)), List.of()).outcome())
                .isEqualTo(PASSED);
        assertThat(check.judge(absent(false), List.of()).outcome()).isEqualTo(PASSED);
        Finding unserved = check.judge(absent(true), List.of());
        assertThat(unserved.outcome()).isEqualTo(FAILED);
        assertThat(unserved.automatic()).isNotNull();
        Finding other = check.judge(new AgentAnswer.OtherVersion("It is old."), List.of());
        assertThat(other.fix()).isEqualTo("wherry restart --agent");
        assertThat(other.automatic()).isNotNull();
        Finding silent = check.judge(new AgentAnswer.Silent("it did not answer within 10 s"), List.of(17L));
        assertThat(silent.cause()).contains("did not answer within 10 s");
        assertThat(silent.fix()).startsWith("kill -9 17");
        assertThat(silent.automatic()).as("killing is for people to decide").isNull();
    }

    private AgentAnswer absent(boolean vmRuns) {
        return new AgentAnswer.Absent(vmRuns, report(MachineState.STOPPED, null));
    }

    private static MachineReport report(MachineState state, @Nullable Failure failure) {
        return new MachineReport("default", state, null, null, 0, failure, "/run/docker.sock", null, List.of(),
                List.of());
    }

    @ParameterizedTest
    @EnumSource(MachineState.class)
    void onlyAMachineThatFailedFailsItsCheck(MachineState state) {
        Finding finding = new MachineCheck(subject)
                .judge(report(state, new Failure(null, "It blew up.", "wherry up", List.of())));
        switch (state) {
            case FAILED -> {
                assertThat(finding.outcome()).isEqualTo(FAILED);
                assertThat(finding.cause()).isEqualTo("It blew up.");
                assertThat(finding.fix()).isEqualTo("wherry up");
            }
            case PAUSED -> assertThat(finding.fix()).isEqualTo("wherry resume");
            default -> assertThat(finding.outcome()).isEqualTo(PASSED);
        }
    }

    @Test
    void aTakenPortIsNamedWithItsContainer() {
        PortsCheck check = new PortsCheck(subject);
        Port open = port("db", 5432, null);
        assertThat(check.judge(List.of(open)).outcome()).isEqualTo(PASSED);
        Finding finding = check.judge(List.of(open, port("web", 8080, "another program has it")));
        assertThat(finding.outcome()).isEqualTo(FAILED);
        assertThat(finding.cause()).isEqualTo("127.0.0.1:8080 of web: another program has it");
        assertThat(finding.fix()).contains("8080");
    }

    private static Port port(String container, int port, @Nullable String problem) {
        return new Port(container, "127.0.0.1:" + port, port, 80, "tcp", problem, 0, 0, 0, 0);
    }

    @Test
    void aShareOfWhichSomethingDoesNotWorkIsNamed() {
        SharesCheck check = new SharesCheck(subject);
        Share fine = new Share("/home/me", "/home/me", false, true, null);
        assertThat(check.judge(List.of(fine)).outcome()).isEqualTo(PASSED);
        assertThat(check.judge(List.of(new Share("/opt", "/opt", false, false, null))).cause()).contains("/opt");
        Finding finding = check.judge(List.of(fine, new Share("/srv", "/srv", true, false, "/srv is not there")));
        assertThat(finding.outcome()).isEqualTo(WARNING);
        assertThat(finding.cause()).isEqualTo("/srv: /srv is not there");
        assertThat(finding.fix()).contains("wherry share remove");
    }

    @Test
    void guestChecksAreSkippedWithTheReasonWhenThereIsNobodyToAsk() throws Exception {
        for (Check check : List.of(new ClockCheck(subject), new DnsCheck(subject), new GuestDiskCheck(subject),
                new GuestReachCheck(subject), new EngineCheck(subject), new PortsCheck(subject),
                new SharesCheck(subject))) {
            Finding finding = check.run();
            assertThat(finding.outcome()).as(check.id()).isEqualTo(SKIPPED);
            assertThat(finding.cause()).as(check.id()).isEqualTo("the machine does not run");
        }
    }

    @Test
    void aGuestThatDoesNotAnswerFailsOneCheck() {
        Finding finding = new GuestReachCheck(subject).judge(new GuestAnswer.Silent("it took longer than 15 s"));
        assertThat(finding.outcome()).isEqualTo(FAILED);
        assertThat(finding.cause()).contains("longer than 15 s");
        assertThat(finding.fix()).contains("wherry reset");
    }

    @ParameterizedTest
    @CsvSource({"0, PASSED", "1400, PASSED", "-3000, WARNING", "3000, WARNING", "7000, FAILED", "-90000, FAILED"})
    void aWrongClockCanBeSet(int aheadMillis, Outcome outcome) {
        Finding finding = new ClockCheck(subject).judge(facts(
                new ClockReading(Duration.ofMillis(aheadMillis), Duration.ofMillis(600)), 10, Lookup.FOUND));
        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.automatic() != null).isEqualTo(outcome != PASSED);
        if (outcome != PASSED) {
            assertThat(finding.cause()).contains(aheadMillis < 0 ? "behind" : "ahead of");
        }
    }

    @ParameterizedTest
    @CsvSource({"84, PASSED", "85, WARNING", "96, WARNING", "97, FAILED"})
    void theGuestsDiskNeedsRoom(int percent, Outcome outcome) throws Exception {
        Finding finding = new GuestDiskCheck(subject)
                .judge(facts(new ClockReading(Duration.ZERO, Duration.ZERO), percent, Lookup.FOUND));
        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.fix()).isEqualTo(outcome == PASSED ? "" : "wherry docker system prune");
    }

    private static GuestFacts facts(ClockReading clock, int percent, Lookup names) {
        return new GuestFacts(clock, new Space(DataSize.ofGiB(percent), DataSize.ofGiB(100 - percent)), names);
    }

    @ParameterizedTest
    @CsvSource({"FOUND, true, PASSED", "REFUSED, true, FAILED", "SILENT, true, FAILED", "REFUSED, false, WARNING",
            "SILENT, false, WARNING"})
    void namesThatOnlyTheGuestCannotFindAreAFailure(Lookup guest, boolean host, Outcome outcome) {
        assertThat(new DnsCheck(subject).judge(guest, host).outcome()).isEqualTo(outcome);
    }

    @Test
    void theEngineTellsWhatItIs() throws Exception {
        assertThat(new EngineCheck(subject).judge(new ObjectMapper().readTree(
                "{\"ServerVersion\": \"26.1.5\", \"Driver\": \"overlay2\", \"ContainersRunning\": 3}")).cause())
                .isEqualTo("Docker 26.1.5, storage driver overlay2, containers running: 3");
    }

    @Test
    void whatTheGuestSaysIsUnderstood() throws Exception {
        Instant asked = Instant.ofEpochSecond(1_000, 400_000_000);
        GuestFacts facts = GuestFacts.parse(new GuestShell.Said("""
                1003
                /dev/vdb 65478188 2376 65459428   0% /data
                Server:\t\t10.0.2.3
                Address:\t10.0.2.3:53

                ** server can't find registry-1.docker.io: NXDOMAIN
                """, asked, asked.plusMillis(200)));
        assertThat(facts.clock()).isEqualTo(new ClockReading(Duration.ofSeconds(3), Duration.ofMillis(600)));
        assertThat(facts.data().used().bytes()).isEqualTo(2376 * 1024);
        assertThat(facts.data().percent()).isEqualTo(1);
        assertThat(facts.names()).isEqualTo(Lookup.REFUSED);
        String head = "1003\n/dev/vdb 1 1 1 0% /data\n";
        assertThat(lookup(head + "Name:\tregistry-1.docker.io\nAddress: 1.2.3.4\n\n** server can't find x\n"))
                .isEqualTo(Lookup.FOUND);
        assertThat(lookup(head + ";; connection timed out; no servers could be reached\n")).isEqualTo(Lookup.SILENT);
        assertThatThrownBy(() -> lookup("sh: date: not found")).isInstanceOf(IOException.class)
                .hasMessageContaining("date: not found");
    }

    private static Lookup lookup(String text) throws IOException {
        return GuestFacts.parse(new GuestShell.Said(text, Instant.EPOCH, Instant.EPOCH)).names();
    }
}
