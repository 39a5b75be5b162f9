// Whatever proxies there are, the guest is reached without them.
package dev.wherry.engine.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DirectConnectionTest {

    @RegisterExtension
    static final TestSshd SERVER = new TestSshd();

    private final ProxySelector before = ProxySelector.getDefault();
    private final List<URI> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void setAProxyForEverything() {
        System.setProperty("socksProxyHost", "192.0.2.1");
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                asked.add(address);
                return before.select(address);
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
                // It is not listened to.
            }
        });
    }

    @AfterEach
    void takeItAway() {
        ProxySelector.setDefault(before);
        System.clearProperty("socksProxyHost");
    }

    @Test
    void theGuestIsReachedWithoutAskingForAProxy() throws Exception {
        try (SshGuest guest = SERVER.connect()) {
            assertThat(GuestCommands.run(guest, "echo here", Duration.ofSeconds(20))).isEqualTo("here");
        }
        assertThat(asked).isEmpty();
    }
}
