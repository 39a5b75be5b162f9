// What people read when a port cannot be had.
package dev.wherry.engine.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Optional;

import dev.wherry.engine.host.PortHolder;
import org.junit.jupiter.api.Test;

class BindFailureTest {

    private static final InetSocketAddress HTTP = new InetSocketAddress(InetAddress.ofLiteral("::1"), 80);

    @Test
    void aPrivilegedPortComesWithAWayOut() {
        assertThat(BindFailure.explain(HTTP, new SocketException("Permission denied"), Optional.empty()))
                .contains("[::1]:80", "administrator rights", "-p 8080:80");
    }

    @Test
    void anyOtherReasonIsGivenAsTheSystemGivesIt() {
        assertThat(BindFailure.explain(HTTP, new BindException("Cannot assign requested address"),
                Optional.empty()))
                .isEqualTo("[::1]:80 cannot be listened on: Cannot assign requested address");
    }

    @Test
    void aProgramThatHasThePortIsNamed() {
        BindException taken = new BindException("Address already in use");
        assertThat(BindFailure.explain(HTTP, taken, Optional.of(new PortHolder.Program("nginx", 12))))
                .isEqualTo("[::1]:80 is taken by nginx (process 12). Stop that program, or publish another port; Wherry"
                        + " takes this one as soon as it is free");
        assertThat(BindFailure.explain(HTTP, taken, Optional.empty()))
                .startsWith("[::1]:80 is taken by another program on this computer. Stop that program");
    }

    @Test
    void whatWherryHasItselfBelongsToAnotherMachine() {
        assertThat(BindFailure.explain(HTTP, new BindException("Address already in use"),
                Optional.of(new PortHolder.Program("java", ProcessHandle.current().pid()))))
                .contains("another of Wherry's machines", "Stop the container there");
    }
}
