// Whose word counts about proxies, and what becomes of what is no proxy.
package dev.wherry.engine.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import dev.wherry.engine.host.SystemProxy.Setting;
import dev.wherry.engine.proxy.ProxySettings.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyFinderTest {

    private static final Setting SYSTEM = new Setting("10.9.8.7:80", "10.9.8.7:80",
            List.of("*.local", "169.254/16", "192.168.*", "10.1.2.3", "fe80::/10", "a*b"), "");

    @ParameterizedTest
    @CsvSource({
            "HTTP_PROXY,  http://p:1 (HTTP_PROXY) for HTTP alone",
            "http_proxy,  http://p:1 (http_proxy) for HTTP alone",
            "HTTPS_PROXY, http://p:1 (HTTPS_PROXY) for HTTPS alone",
            "https_proxy, http://p:1 (https_proxy) for HTTPS alone",
            "ALL_PROXY,   http://p:1 (ALL_PROXY)",
            "OTHER_PROXY, http://10.9.8.7:80 (the system's settings)"})
    void theEnvironmentGoesBeforeTheSystem(String variable, String shown) {
        Proxies proxies = finder(Map.of(variable, "p:1"), SYSTEM).find(ProxySettings.AUTO);
        assertThat(proxies).hasToString(shown);
        assertThat(proxies.problems()).isEmpty();
    }

    @Test
    void theSettingsGoBeforeBoth() {
        ProxySettings settings = new ProxySettings(new Choice.None(),
                new Choice.Fixed(ProxyAddress.parse("http://mine:1").orElseThrow(), "wherry.yaml:3"), List.of(".mine"));
        Proxies proxies = finder(Map.of("http_proxy", "p:1", "https_proxy", "p:2", "no_proxy", "x"), SYSTEM)
                .find(settings);
        assertThat(proxies).hasToString("http://mine:1 (wherry.yaml:3) for HTTPS alone");
        assertThat(proxies.exceptions()).containsExactly(".mine");
    }

    @Test
    void theGuestIsToldOfThemInItsOwnTerms() {
        Map<String, String> environment = Map.of("HTTP_PROXY", "http://me:secret@127.0.0.1:3128", "HTTPS_PROXY",
                "http://proxy:3128", "NO_PROXY", "localhost, .example,10.0.0.0/8");
        Proxies proxies = finder(environment, Setting.NONE).find(ProxySettings.AUTO);
        assertThat(proxies.inGuest()).containsExactly(Map.entry("HTTP_PROXY", "http://me:secret@10.0.2.2:3128"),
                Map.entry("HTTPS_PROXY", "http://proxy:3128"),
                Map.entry("NO_PROXY",
                        "localhost,127.0.0.1,::1,10.0.2.2,host.docker.internal,gateway.docker.internal,host.wherry.internal,.example,10.0.0.0/8"));
        assertThat(proxies.toString()).doesNotContain("secret");
    }

    @Test
    void withoutAProxyTheGuestIsToldNothing() {
        assertThat(finder(Map.of("NO_PROXY", "x"), Setting.NONE).find(ProxySettings.AUTO).inGuest()).isEmpty();
    }

    @Test
    void theSystemsExceptionsGetTheFormThatTheEngineReads() {
        assertThat(finder(Map.of(), SYSTEM).find(ProxySettings.AUTO).exceptions()).containsExactly("*.local",
                "169.254.0.0/16", "192.168.0.0/16", "10.1.2.3", "fe80::/10");
    }

    @Test
    void whatIsNoAddressIsNamedWithoutItsPasswordAndLeftOut() {
        Proxies proxies = finder(Map.of("http_proxy", "http://me:secret@", "https_proxy", "p:1"), SYSTEM)
                .find(ProxySettings.AUTO);
        assertThat(proxies).hasToString("http://p:1 (https_proxy) for HTTPS alone");
        assertThat(proxies.problems()).singleElement().asString().contains("http_proxy", "left out")
                .doesNotContain("secret");
    }

    @Test
    void aScriptOfTheSystemIsNamed() {
        Proxies proxies = finder(Map.of(), new Setting("", "", List.of(), "http://wpad/wpad.dat"))
                .find(ProxySettings.AUTO);
        assertThat(proxies.isEmpty()).isTrue();
        assertThat(proxies.problems()).singleElement().asString().contains("http://wpad/wpad.dat", "does not run");
    }

    @Test
    void onlyVariablesAboutProxiesAreCarriedAlong() {
        assertThat(
                ProxyFinder.variablesOf(Map.of("HTTP_PROXY", "a", "no_proxy", "b", "PATH", "c", "MY_HTTP_PROXY", "d")))
                .containsOnly(Map.entry("HTTP_PROXY", "a"), Map.entry("no_proxy", "b"));
    }

    private static ProxyFinder finder(Map<String, String> environment, Setting system) {
        return new ProxyFinder(environment, () -> system);
    }
}
