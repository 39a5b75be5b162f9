// Who has a port, by what netstat prints on Windows.
package dev.wherry.engine.host.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

import dev.wherry.engine.host.PortHolder.Transport;
import org.junit.jupiter.api.Test;

class NetstatPortHolderTest {

    // As a German Windows has it.
    private static final String SAID = """

            Aktive Verbindungen

              Proto  Lokale Adresse         Remoteadresse          Status           PID
              TCP    0.0.0.0:135            0.0.0.0:0              ABHÖREN         1120
              TCP    127.0.0.1:8080         0.0.0.0:0              ABHÖREN         6004
              TCP    127.0.0.1:9000         127.0.0.1:8080         HERGESTELLT     7000
              TCP    192.168.1.7:443        0.0.0.0:0              ABHÖREN         4
              TCP    [::]:135               [::]:0                 ABHÖREN         1120
              TCP    [::1]:8081             [::]:0                 ABHÖREN         6008
              UDP    0.0.0.0:8082           *:*                                    99
            """;

    @Test
    void listenersAreFoundWhateverTheirStateIsCalled() {
        assertThat(find("127.0.0.1", 8080)).hasValue(6004L);
        assertThat(find("127.0.0.1", 135)).hasValue(1120L);
        assertThat(find("::1", 8081)).hasValue(6008L);
        assertThat(find("0.0.0.0", 443)).hasValue(4L);
    }

    @Test
    void otherAddressesConnectionsAndDatagramsAreNoListeners() {
        assertThat(find("127.0.0.1", 443)).isEmpty();
        assertThat(find("127.0.0.1", 9000)).isEmpty();
        assertThat(find("127.0.0.1", 8082)).isEmpty();
        assertThat(find("127.0.0.1", 808)).isEmpty();
    }

    @Test
    void udpIsAskedForApart() {
        assertThat(find(Transport.UDP, "127.0.0.1", 8082)).hasValue(99L);
        assertThat(find(Transport.UDP, "127.0.0.1", 8080)).isEmpty();
    }

    private static Optional<Long> find(String address, int port) {
        return find(Transport.TCP, address, port);
    }

    private static Optional<Long> find(Transport transport, String address, int port) {
        return NetstatPortHolder.find(SAID, transport, new InetSocketAddress(InetAddress.ofLiteral(address), port));
    }
}
