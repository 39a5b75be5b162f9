// Who has a port, by lsof, which is the same program on Linux.
package dev.wherry.engine.host.mac;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;

import dev.wherry.engine.host.PortHolder;
import dev.wherry.engine.host.PortHolder.Program;
import dev.wherry.engine.host.PortHolderContract;
import org.junit.jupiter.api.Test;

class LsofPortHolderTest extends PortHolderContract {

    private static final String SAID = """
            p812
            cControlCenter
            f9
            n192.168.1.7:5000
            p934
            cpython3.13
            f4
            n[::1]:5000
            f5
            n127.0.0.1:5000
            """;

    @Override
    protected PortHolder holder() {
        return new LsofPortHolder();
    }

    @Test
    void itIsTheProgramOnTheSameAddress() {
        assertThat(find(SAID, "127.0.0.1")).isEqualTo(new Program("python3.13", 934));
        assertThat(find(SAID, "::1")).isEqualTo(new Program("python3.13", 934));
        assertThat(find(SAID, "0.0.0.0")).isEqualTo(new Program("ControlCenter", 812));
        assertThat(find("p812\ncControlCenter\nf9\nn*:5000\n", "::1")).isEqualTo(new Program("ControlCenter", 812));
    }

    private static Program find(String said, String address) {
        return LsofPortHolder.find(said, new InetSocketAddress(InetAddress.ofLiteral(address), 5000)).orElseThrow();
    }
}
