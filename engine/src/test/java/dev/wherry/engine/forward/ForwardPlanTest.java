// From published ports to listeners, case by case.
package dev.wherry.engine.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.PublishedPort;
import dev.wherry.engine.forward.PortPolicy.Rule.Bind;
import dev.wherry.engine.forward.PortPolicy.Rule.Move;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardPlanTest {

    private static final ForwardPlan LOOPBACK = new ForwardPlan(PortPolicy.LOOPBACK, true);

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0"})
    void publishedEverywhereListensOnBothLoopbackAddresses(String ip) {
        assertThat(lines(LOOPBACK, tcp(ip))).containsExactly("TCP 127.0.0.1:8080 > 127.0.0.1:8080",
                "TCP [::1]:8080 > 127.0.0.1:8080");
    }

    @Test
    void publishedOnBothWildcardsIsOnePairOfListenersDialledOverIpv4() {
        assertThat(lines(LOOPBACK, tcp("::"), tcp("0.0.0.0"))).containsExactly("TCP 127.0.0.1:8080 > 127.0.0.1:8080",
                "TCP [::1]:8080 > 127.0.0.1:8080");
    }

    @Test
    void publishedOnTheIpv6WildcardAloneIsDialledOverIpv6() {
        assertThat(lines(LOOPBACK, tcp("::"))).containsExactly("TCP 127.0.0.1:8080 > ::1:8080",
                "TCP [::1]:8080 > ::1:8080");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,127.0.0.1", "127.0.0.5,127.0.0.5", "::1,[::1]"})
    void publishedOnALoopbackAddressListensExactlyThere(String ip, String host) {
        assertThat(lines(LOOPBACK, tcp(ip))).singleElement().asString().startsWith("TCP " + host + ":8080 > ");
    }

    @Test
    void anotherAddressBecomesLoopback() {
        assertThat(lines(LOOPBACK, tcp("10.0.2.15"))).containsExactly("TCP 127.0.0.1:8080 > 10.0.2.15:8080",
                "TCP [::1]:8080 > 10.0.2.15:8080");
    }

    @Test
    void openPortsAreOnEveryAddressAndThosePublishedOnLoopbackStayThere() {
        ForwardPlan open = new ForwardPlan(new PortPolicy(true, Map.of()), true);
        assertThat(everywhere(open, tcp("0.0.0.0"), tcp("::"))).isTrue();
        assertThat(everywhere(open, new PublishedPort("0.0.0.0", 53, 8080, "udp"))).isTrue();
        assertThat(lines(open, tcp("127.0.0.1"))).containsExactly("TCP 127.0.0.1:8080 > 127.0.0.1:8080");
    }

    @Test
    void aRuleForOnePortGoesBeforeTheRest() {
        assertThat(everywhere(new ForwardPlan(new PortPolicy(false, Map.of(8080, new Bind(true))), true),
                tcp("0.0.0.0"))).isTrue();
        assertThat(lines(new ForwardPlan(new PortPolicy(true, Map.of(8080, new Bind(false))), false), tcp("0.0.0.0")))
                .containsExactly("TCP 127.0.0.1:8080 > 127.0.0.1:8080");
        assertThat(lines(new ForwardPlan(new PortPolicy(false, Map.of(8080, new Move(9090), 80, new Move(1))), false),
                tcp("0.0.0.0"))).containsExactly("TCP 127.0.0.1:9090 > 127.0.0.1:8080");
    }

    @Test
    void aHostWithoutIpv6IsServedOnIpv4() {
        assertThat(lines(new ForwardPlan(PortPolicy.LOOPBACK, false), tcp("0.0.0.0")))
                .containsExactly("TCP 127.0.0.1:8080 > 127.0.0.1:8080");
    }

    @Test
    void tcpAndUdpOnOnePortAreTwoRules() {
        assertThat(lines(LOOPBACK, tcp("127.0.0.1"), new PublishedPort("127.0.0.1", 53, 8080, "udp")))
                .containsExactly("TCP 127.0.0.1:8080 > 127.0.0.1:8080", "UDP 127.0.0.1:8080 > 127.0.0.1:8080");
    }

    @Test
    void udpGoesToEveryAddressThatItIsPublishedOn() {
        assertThat(lines(LOOPBACK, new PublishedPort("::", 53, 8080, "udp"),
                new PublishedPort("0.0.0.0", 53, 8080, "udp")))
                .containsExactly("UDP 127.0.0.1:8080 > 0.0.0.0:8080", "UDP [::1]:8080 > 0.0.0.0:8080");
    }

    @Test
    void exposedPortsAndUnknownProtocolsAreNotForwarded() {
        assertThat(lines(LOOPBACK, new PublishedPort("", 80, null, "tcp"), new PublishedPort("", 80, 80, "quux")))
                .isEmpty();
    }

    @Test
    void theOldestContainerComesFirst() {
        ContainerSummary young = container("young", 2, tcp("127.0.0.1"));
        ContainerSummary old = container("old", 1, tcp("127.0.0.1"));
        assertThat(LOOPBACK.of(List.of(young, old)).values()).containsExactly("old", "young");
    }

    private static List<String> lines(ForwardPlan plan, PublishedPort... ports) {
        return plan.of(List.of(container("a", 1, ports))).keySet().stream()
                .map(rule -> rule.protocol() + " " + BindFailure.text(rule.listen()) + " > " + rule.guestAddress() + ":"
                        + rule.guestPort())
                .toList();
    }

    private static boolean everywhere(ForwardPlan plan, PublishedPort... ports) {
        return plan.of(List.of(container("a", 1, ports))).keySet().stream().map(rule -> rule.listen().getAddress())
                .toList().equals(List.of(new InetSocketAddress(0).getAddress()));
    }

    private static PublishedPort tcp(String ip) {
        return new PublishedPort(ip, 80, 8080, "tcp");
    }

    private static ContainerSummary container(String name, long created, PublishedPort... ports) {
        return new ContainerSummary("id-" + name, List.of(name), "image", "sha256:1", "running", "Up", Map.of(),
                List.of(ports),
                List.of(), List.of(), List.of(), Instant.ofEpochSecond(created));
    }
}
