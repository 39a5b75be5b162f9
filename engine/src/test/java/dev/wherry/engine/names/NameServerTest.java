// The guest's name server, asked over real sockets.
package dev.wherry.engine.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

@SuppressWarnings("NullAway.Init") // the fields are set before each test
class NameServerTest {

    private static final String LONG = "\"" + "x".repeat(200) + "\"";

    private final Map<String, String> hosts = new ConcurrentHashMap<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private FakeNameServer company;
    private List<InetSocketAddress> servers;
    private HostLookup lookup;
    private NameServer server;

    @BeforeEach
    void start() throws IOException {
        company = new FakeNameServer();
        servers = new ArrayList<>(List.of(company.address()));
        lookup = new HostLookup(this::lookUp);
        server = NameServer.start(new Answers(lookup, new Upstream(() -> servers)));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        lookup.close();
        company.close();
    }

    private InetAddress[] lookUp(String name) throws UnknownHostException {
        try {
            if (name.startsWith("slow") && !slow.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody let the resolver go on");
            }
        } catch (InterruptedException e) {
            throw new UnknownHostException(name);
        }
        String found = hosts.get(name);
        if (found == null) {
            throw new UnknownHostException(name);
        }
        return InetAddress.getAllByName(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host.docker.internal", "gateway.docker.internal", "Host.Docker.Internal"})
    void thisComputerHasANameInContainersAndNothingButAnAddress(String name) throws IOException {
        assertThat(answers(ask(name, Type.A))).containsExactly("10.0.2.2");
        for (int type : new int[]{Type.AAAA, Type.MX, Type.HTTPS}) {
            Message none = ask(name, type);
            assertThat(none.getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(answers(none)).isEmpty();
        }
        assertThat(company.asked()).isEmpty();
    }

    @Test
    void whatTheResolverFindsCountsBeforeTheNameServersAndIsFollowed() throws IOException {
        company.with("db.company.test", "A", "192.0.2.1");
        hosts.put("db.company.test", "192.0.2.2");
        assertThat(answers(ask("DB.company.test", Type.A))).containsExactly("192.0.2.2");
        Message none = ask("db.company.test", Type.AAAA);
        assertThat(none.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(answers(none)).isEmpty();
        assertThat(company.asked()).isEmpty();

        hosts.put("db.company.test", "2001:db8::1");
        assertThat(answers(ask("db.company.test", Type.AAAA))).containsExactly("2001:db8:0:0:0:0:0:1");
        hosts.clear();
        assertThat(answers(ask("db.company.test", Type.A))).containsExactly("192.0.2.1");
    }

    @Test
    void aNameThatOnlyTheResolverFindsExistsWhateverElseIsAsked() throws IOException {
        hosts.put("db.wherry.test", "192.0.2.2");
        assertThat(ask("db.wherry.test", Type.HTTPS).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 10.0.2.2", "127.0.1.1, 10.0.2.2", "::1, 10.0.2.2", "127.0.0.2, 127.0.0.2"})
    void thisComputersLoopbackIsItsAddressInContainersButListsOfSpammersStayAsTheyAre(String found, String told)
            throws IOException {
        hosts.put("app.wherry.test", found);
        assertThat(answers(ask("app.wherry.test", Type.A))).containsExactly(told);
    }

    @Test
    void theRealResolverIsAskedUnlessToldOtherwise() throws Exception {
        try (HostLookup real = new HostLookup()) {
            String own = InetAddress.getLocalHost().getHostName();
            assertThat(real.addresses(own)).containsExactly(InetAddress.getAllByName(own));
        }
    }

    @Test
    void aResolverThatHangsHoldsUpNoOtherNameAndIsNotWaitedForWithoutEnd() throws Exception {
        hosts.put("quick.wherry.test", "192.0.2.3");
        List<Thread> waiting = IntStream.range(0, 15).mapToObj(i -> Thread.ofVirtual().start(() -> {
            try {
                assertThat(ask("slow" + i + ".test", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        })).toList();
        assertThat(answers(ask("quick.wherry.test", Type.A))).containsExactly("192.0.2.3");
        for (Thread thread : waiting) {
            thread.join();
        }
        slow.countDown();
    }

    @Test
    void localhostIsWhoeverAsks() throws IOException {
        assertThat(answers(ask("localhost", Type.A))).containsExactly("127.0.0.1");
        assertThat(answers(ask("app.localhost", Type.AAAA))).containsExactly("0:0:0:0:0:0:0:1");
    }

    @ParameterizedTest
    @CsvSource({"MX, 10 mail.company.test.", "TXT, \"text\"", "SRV, 1 2 389 ldap.company.test.",
            "PTR, db.company.test.", "A, 192.0.2.7", "AAAA, 2001:db8:0:0:0:0:0:7"})
    void whatTheResolverDoesNotTellTheNameServersDo(String type, String value) throws IOException {
        company.with("wherry-nowhere.test", type, value);
        assertThat(answers(ask("wherry-nowhere.test", Type.value(type)))).containsExactly(value);
    }

    @Test
    void noSuchNameAndNoSuchRecordAreTwoThings() throws IOException {
        company.with("wherry-nowhere.test", "TXT", "text");
        assertThat(ask("wherry-nowhere.test", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(ask("wherry-missing.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask("wherry-missing.test", Type.TXT).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask("127.1", Type.A).getRcode()).as("no address is a name").isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void anotherNameServerIsAskedWhereOneCannotOrWillNotAnswerAndNoneIsAFailure() throws IOException {
        company.failWith(Rcode.REFUSED);
        assertThat(ask("wherry-nowhere.test", Type.TXT).getRcode()).isEqualTo(Rcode.REFUSED);
        try (FakeNameServer second = new FakeNameServer().with("wherry-nowhere.test", "TXT", "text")) {
            servers.add(second.address());
            assertThat(answers(ask("wherry-nowhere.test", Type.TXT))).containsExactly("\"text\"");
            second.fallSilent();
            company.fallSilent();
            assertThat(ask("wherry-nowhere.test", Type.TXT).getRcode()).isEqualTo(Rcode.SERVFAIL);
        }
    }

    @Test
    void otherNameServersCountFromTheNextQuestionOn() throws IOException {
        assertThat(ask("wherry-nowhere.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        try (FakeNameServer vpn = new FakeNameServer().with("wherry-nowhere.test", "A", "192.0.2.9")) {
            servers.set(0, vpn.address());
            assertThat(answers(ask("wherry-nowhere.test", Type.A))).containsExactly("192.0.2.9");
        }
    }

    @Test
    void whatDoesNotFitIsCutOffAndComesByTcpOrInALargerPacket() throws IOException {
        company.with("wherry-nowhere.test", "TXT", LONG + " " + LONG + " " + LONG);
        Message cut = query("wherry-nowhere.test", Type.TXT);
        SimpleResolver plain = resolver();
        plain.setIgnoreTruncation(true);
        plain.setEDNS((OPTRecord) null);
        assertThat(plain.send(cut).getHeader().getFlag(Flags.TC)).isTrue();

        SimpleResolver large = resolver();
        large.setIgnoreTruncation(true);
        large.setEDNS(0, 1232, 0, List.of());
        assertThat(answers(large.send(cut))).hasSize(1);

        plain.setIgnoreTruncation(false);
        assertThat(answers(plain.send(cut))).hasSize(1);
        assertThat(company.asked()).contains("wherry-nowhere.test TXT tcp");
    }

    @Test
    void aNameServerThatEndsAConnectionIsAskedOnceMore() throws IOException {
        company.with("wherry-nowhere.test", "TXT", LONG + " " + LONG + " " + LONG);
        company.hangUp(1);
        assertThat(answers(ask("wherry-nowhere.test", Type.TXT))).hasSize(1);
        company.hangUp(2);
        assertThat(ask("wherry-nowhere.test", Type.TXT).getRcode()).isEqualTo(Rcode.SERVFAIL);
    }

    @Test
    void whatCannotBeAnsweredIsRefusedInTheRightWords() throws IOException {
        Message update = query("wherry-nowhere.test", Type.A);
        update.getHeader().setOpcode(Opcode.UPDATE);
        assertThat(resolver().send(update).getRcode()).isEqualTo(Rcode.NOTIMP);
        Message later = query("wherry-nowhere.test", Type.A);
        later.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);
        assertThat(resolver().send(later).getRcode()).isEqualTo(Rcode.BADVERS);
    }

    @Test
    void nonsenseIsPassedOverAndTheNextQuestionAnswered() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
        try (DatagramSocket socket = new DatagramSocket(); Socket connection = new Socket()) {
            socket.send(new DatagramPacket(new byte[]{1, 2, 3}, 3, address));
            byte[] reply = query("host.docker.internal", Type.A).toWire();
            reply[2] |= (byte) 0x80;
            socket.send(new DatagramPacket(reply, reply.length, address));
            connection.connect(address);
            connection.getOutputStream().write(new byte[]{0, 2, 1, 1});
            assertThat(connection.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(answers(ask("host.docker.internal", Type.A))).containsExactly("10.0.2.2");
    }

    @Test
    void manyAskAtOnce() throws Exception {
        company.with("wherry-nowhere.test", "TXT", "text");
        ConcurrentLinkedQueue<List<String>> heard = new ConcurrentLinkedQueue<>();
        List<Thread> asking = IntStream.range(0, 200).mapToObj(i -> Thread.ofVirtual().start(() -> {
            try {
                heard.add(answers(ask(i % 2 == 0 ? "wherry-nowhere.test" : "host.docker.internal",
                        i % 2 == 0 ? Type.TXT : Type.A)));
            } catch (IOException e) {
                heard.add(List.of(e.toString()));
            }
        })).toList();
        for (Thread thread : asking) {
            thread.join();
        }
        assertThat(heard).hasSize(200).allMatch(
                answer -> answer.equals(List.of("\"text\"")) || answer.equals(List.of("10.0.2.2")));
    }

    @Test
    void afterItsEndNobodyAnswersOnItsPort() throws IOException {
        server.close();
        SimpleResolver resolver = resolver();
        resolver.setTimeout(Duration.ofMillis(300));
        assertThatThrownBy(() -> resolver.send(query("host.docker.internal", Type.A))).isInstanceOf(IOException.class);
    }

    private SimpleResolver resolver() {
        SimpleResolver resolver = new SimpleResolver(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        resolver.setTimeout(Duration.ofSeconds(20));
        return resolver;
    }

    private static Message query(String name, int type) throws IOException {
        return Message.newQuery(Record.newRecord(Name.fromString(name + "."), type, DClass.IN));
    }

    private Message ask(String name, int type) throws IOException {
        return resolver().send(query(name, type));
    }

    private static List<String> answers(Message answer) {
        return answer.getSection(Section.ANSWER).stream().map(Record::rdataToString).toList();
    }
}
