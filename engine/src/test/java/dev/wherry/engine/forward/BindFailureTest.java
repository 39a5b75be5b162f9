// What people read when a port cannot be had.
package dev.wherry.engine.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;

import org.junit.jupiter.api.Test;

class BindFailureTest {

    private static final InetSocketAddress HTTP = new InetSocketAddress(InetAddress.ofLiteral("::1"), 80);

    @Test
    void aPrivilegedPortComesWithAWayOut() {
        assertThat(BindFailure.explain(HTTP, new SocketException("Permission denied")))
                .contains("[::1]:80", "administrator rights", "-p 8080:80");
    }

    @Test
    void anyOtherReasonIsGivenAsTheSystemGivesIt() {
        assertThat(BindFailure.explain(HTTP, new BindException("Cannot assign requested address")))
                .isEqualTo("[::1]:80 cannot be listened on: Cannot assign requested address");
    }
}
