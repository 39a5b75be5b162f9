// A company's network: a registry whose authority only the company knows, and names that only its proxy finds.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.trust.TestAuthority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("vm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // the fields are set before the first test
class ProxyVmTest {

    private static final String NAME = "registry.wherry.test";

    private Registry registry;
    private RecordingProxy proxy;
    private Wherry wherry;

    @BeforeAll
    void startBehindTheProxy(@TempDir Path folder) throws Exception {
        TestAuthority authority = TestAuthority.create(folder, "The Company");
        authority.issue("DNS:" + NAME, "IP:10.0.2.2");
        registry = new Registry(authority, folder);
        proxy = new RecordingProxy(Map.of(NAME, registry.port()));
        wherry = new Wherry();
        Path certificates = Files.createDirectories(wherry.home().resolve("config/certs"));
        Files.copy(authority.certificate(), certificates.resolve("company.pem"));
        Files.writeString(certificates.resolve("mail.crt"), "Please find our certificate attached.");
        behindTheProxy("up").run().succeeded();
        Containers.buildShell(wherry);
    }

    @AfterAll
    void leaveNothing() throws Exception {
        try (Registry ending = registry; RecordingProxy leaving = proxy) {
            wherry.close();
        }
    }

    private Command behindTheProxy(String... arguments) {
        Map<String, String> environment = new HashMap<>(wherry.environment());
        String address = "http://127.0.0.1:" + proxy.port();
        environment.putAll(Map.of("HTTP_PROXY", address, "http_proxy", address, "HTTPS_PROXY", address, "https_proxy",
                address, "ALL_PROXY", address, "NO_PROXY", "", "no_proxy", ""));
        return new Command(wherry.wherry(arguments).line(), environment);
    }

    @Test
    void aRegistryOfTheCompanysAuthorityTakesAnImageAndGivesItBackByTheProxyToo() throws Exception {
        String direct = "10.0.2.2:" + registry.port() + "/test/shell";
        String byName = NAME + ":" + registry.port() + "/test/shell";
        wherry.docker("tag", Containers.SHELL, direct).run().succeeded();
        wherry.docker("push", direct).run().succeeded();
        wherry.docker("rmi", direct).run().succeeded();
        wherry.docker("pull", direct).run().succeeded();
        assertThat(proxy.asked()).as("this computer is not looked for behind the proxy").isEmpty();

        wherry.docker("pull", byName).run().succeeded();
        assertThat(proxy.asked()).contains("CONNECT " + NAME + ":" + registry.port() + " HTTP/1.1")
                .allMatch(request -> request.startsWith("CONNECT " + NAME + ":"));
        assertThat(wherry.docker("run", "--rm", byName, "echo", "the same").run().succeeded()).isEqualTo("the same");
    }

    @Test
    void whatIsBuiltByTheGuestsClientKnowsTheProxy() throws Exception {
        Command build = wherry.wherry("ssh", "DOCKER_BUILDKIT=0 docker build --no-cache -");
        assertThat(build.withInput(("FROM " + Containers.SHELL + "\nRUN echo by $https_proxy\n").getBytes(UTF_8)).run()
                .succeeded()).contains("by http://10.0.2.2:" + proxy.port());
    }

    @Test
    void nothingBetweenThisComputerAndTheGuestGoesByTheProxy() throws Exception {
        int before = proxy.asked().size();
        for (String[] line : new String[][]{{"status"}, {"ssh", "true"}, {"docker", "ps"}, {"info"}, {"port"}}) {
            behindTheProxy(line).run().succeeded();
        }
        assertThat(proxy.asked()).hasSize(before);
    }

    @Test
    void infoAndDoctorTellOfTheProxyAndOfBadCertificates() throws Exception {
        String address = "http://127.0.0.1:" + proxy.port();
        assertThat(wherry.run("info")).containsPattern("Proxy +" + address + " \\(https_proxy\\)");
        String findings = behindTheProxy("doctor", "--json").run().stdout();
        assertThat(new ObjectMapper().readTree(findings).path("findings"))
                .anySatisfy(
                        finding -> assertThat(finding.path("cause").asText()).contains("the engine uses " + address))
                .anySatisfy(finding -> {
                    assertThat(finding.path("check").asText()).isEqualTo("certificates");
                    assertThat(finding.path("outcome").asText()).isEqualTo("WARNING");
                    assertThat(finding.path("cause").asText()).contains("mail.crt is left out");
                });
    }
}
