// Who has a port, by /proc.
package dev.wherry.engine.host.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Path;

import dev.wherry.engine.host.PortHolder;
import dev.wherry.engine.host.PortHolder.Transport;
import dev.wherry.engine.host.PortHolderContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProcPortHolderTest extends PortHolderContract {

    private static final InetAddress V6 = InetAddress.ofLiteral("::1");

    @Override
    protected PortHolder holder() {
        return new ProcPortHolder(Path.of("/proc"));
    }

    @Test
    void anAddressOfTheSixthVersionIsReadInItsOrder() throws Exception {
        try (ServerSocket mine = new ServerSocket()) {
            try {
                mine.bind(new InetSocketAddress(V6, 0));
            } catch (SocketException e) {
                assumeTrue(false, "this host has no IPv6");
            }
            assertThat(holder().of(Transport.TCP, new InetSocketAddress(V6, mine.getLocalPort()))).isPresent();
            assertThat(holder().of(Transport.TCP,
                    new InetSocketAddress(InetAddress.ofLiteral("::2"), mine.getLocalPort()))).isEmpty();
        }
    }

    @Test
    void withoutTheFileSystemNothingIsFound(@TempDir Path empty) {
        assertThat(new ProcPortHolder(empty).of(Transport.TCP, new InetSocketAddress(V6, 80))).isEmpty();
    }
}
