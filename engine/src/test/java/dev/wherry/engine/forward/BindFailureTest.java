// What people read when a port cannot be had.
package dev.wherry.engine.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Optional;
import java.util.OptionalInt;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.PortHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindFailureTest {

    private static final OptionalInt FREE = OptionalInt.of(8080);

    @ParameterizedTest
    @CsvSource({"LINUX, 80, ip_unprivileged_port_start=80, ports.80 8080", "MAC, 443, ports.443: all, ports.443 8080",
            "WINDOWS, 50080, excludedportrange tcp, ports.50080 8080"})
    void aPortThatTheSystemKeepsComesWithWaysOut(Platform.Os os, int port, String need, String detour) {
        assertThat(BindFailure.explain(rule(port, port), new SocketException("Permission denied: bind"),
                Optional.empty(), FREE, "wherry -m work", os)).startsWith("[::1]:" + port)
                .contains(need, "-p 8080:80, or")
                .endsWith("which is free: wherry -m work config set " + detour);
    }

    @Test
    void aPortThatARuleHasPutOnAnotherIsStillNamedAsPublished() {
        assertThat(BindFailure.explain(rule(81, 80), new SocketException("Permission denied"), Optional.empty(), FREE,
                "wherry",
                Platform.Os.LINUX)).startsWith("[::1]:81").endsWith("ports.80 8080");
    }

    @Test
    void anyOtherReasonIsGivenAsTheSystemGivesIt() {
        assertThat(BindFailure.explain(rule(80, 80), new BindException("Cannot assign requested address"),
                Optional.empty(), FREE, "wherry"))
                .isEqualTo("[::1]:80 cannot be listened on: Cannot assign requested address");
    }

    @Test
    void aProgramThatHasThePortIsNamed() {
        BindException taken = new BindException("Address already in use");
        assertThat(BindFailure.explain(rule(80, 80), taken, Optional.of(new PortHolder.Program("nginx", 12)), FREE,
                "wherry"))
                .isEqualTo(
                        "[::1]:80 is taken by nginx (process 12). Stop that program, for Wherry takes the port as soon"
                                + " as it is free. Or publish another port, for example -p 8080:80, or let Wherry put it at 8080,"
                                + " which is free: wherry config set ports.80 8080");
        assertThat(BindFailure.explain(rule(80, 80), taken, Optional.empty(), OptionalInt.empty(), "wherry"))
                .isEqualTo(
                        "[::1]:80 is taken by another program on this computer. Stop that program, for Wherry takes the"
                                + " port as soon as it is free. Or publish another port");
    }

    @Test
    void whatWherryHasItselfBelongsToAnotherMachine() {
        assertThat(BindFailure.explain(rule(80, 80), new BindException("Address already in use"),
                Optional.of(new PortHolder.Program("java", ProcessHandle.current().pid())), FREE, "wherry"))
                .contains("another of Wherry's machines", "Stop the container there");
    }

    private static PortRule rule(int port, int published) {
        return new PortRule(PortRule.Protocol.TCP, new InetSocketAddress(InetAddress.ofLiteral("::1"), port),
                "127.0.0.1",
                published, 80, "id");
    }
}
