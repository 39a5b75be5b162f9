// What counts as the address of a proxy, and how the guest sees it.
package dev.wherry.engine.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyAddressTest {

    @ParameterizedTest
    @CsvSource({
            "http://proxy:3128,                http://proxy:3128,                http://proxy:3128",
            "http://proxy.example/,            http://proxy.example,             http://proxy.example",
            "http://me:p%40ss@proxy:3128,      http://me:p%40ss@proxy:3128,      http://proxy:3128",
            "socks5://10.1.2.3:1080,           socks5://10.1.2.3:1080,           socks5://10.1.2.3:1080",
            "http://127.0.0.1:3128,            http://10.0.2.2:3128,             http://127.0.0.1:3128",
            "http://me:secret@LocalHost:3128,  http://me:secret@10.0.2.2:3128,   http://LocalHost:3128",
            "https://[::1]:3128,               https://10.0.2.2:3128,            https://[::1]:3128",
            "http://127.0.0.53,                http://10.0.2.2,                  http://127.0.0.53",
            "http://[2001:db8::1]:3128,        http://[2001:db8::1]:3128,        http://[2001:db8::1]:3128",
            "http://localhost.example:3128,    http://localhost.example:3128,    http://localhost.example:3128"})
    void loopbackIsTheGatewayInTheGuestAndPasswordsAreForProgramsOnly(String text, String inGuest, String shown) {
        ProxyAddress address = ProxyAddress.parse(text).orElseThrow();
        assertThat(address.inGuest().full()).isEqualTo(inGuest);
        assertThat(address).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy:3128", "proxy", "http://", "http://:3128", "http://a b:1", "http://proxy:0",
            "http://proxy:65536", "http://proxy:port", "ftp://proxy:21", "http://proxy/path", "http://proxy?x",
            "http://p@ss@proxy:1", ""})
    void allElseIsNone(String text) {
        assertThat(ProxyAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"proxy:3128, http://proxy:3128", "' proxy ', http://proxy", "https://proxy:1, https://proxy:1"})
    void environmentsMayLeaveTheSchemeOut(String text, String meant) {
        assertThat(ProxyAddress.parseLoosely(text)).map(ProxyAddress::full).contains(meant);
    }
}
