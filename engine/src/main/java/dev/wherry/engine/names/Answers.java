// What is answered to a question.
package dev.wherry.engine.names;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Addresses are this computer's own resolver's to tell. What it does not know, and every other type, goes to the name servers, which also
 * tell a name that does not exist (NXDOMAIN) from one without such a record.
 */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /** Names of this computer in containers: two that Docker's desktop has made usual, and our own. */
    private static final Set<String> HOST = Set.of("host.docker.internal", "gateway.docker.internal",
            "host.wherry.internal");
    private static final String LOCALHOST = "localhost";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final byte[] HOST_IN_GUEST = {10, 0, 2, 2};
    private static final InetAddress LOOPBACK_4 = address(LOOPBACK);
    private static final InetAddress LOOPBACK_6 = address(new byte[]{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
    /** By which Debian names the computer that it runs on. */
    private static final InetAddress LOOPBACK_DEBIAN = address(new byte[]{127, 0, 1, 1});

    /** The system's resolver does not tell how long an answer holds; not long, as the network may change. */
    private static final int SECONDS = 5;
    /** What a name server sends at most without being asked to; more than this is cut to pieces on the way. */
    private static final int EDNS_SIZE = 1232;

    /** Names as hosts have them. One that ends in a number would be taken for an address. */
    private static final Pattern HOST_NAME = Pattern
            .compile("(?!(.*\\.)?(\\d+|0x[0-9a-f]*)$)[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

    private final HostLookup host;
    private final Upstream upstream;

    Answers(HostLookup host, Upstream upstream) {
        this.host = host;
        this.upstream = upstream;
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("these are as many bytes as an address has", e);
        }
    }

    /** The answer to {@code query}, whatever it is; takes seconds at most. */
    Message to(Message query) throws InterruptedException {
        Header header = query.getHeader();
        OPTRecord edns = query.getOPT();
        if (header.getOpcode() != Opcode.QUERY) {
            return reply(query, Rcode.NOTIMP);
        }
        if (header.getCount(Section.QUESTION) != 1) {
            return reply(query, Rcode.FORMERR);
        }
        if (edns != null && edns.getVersion() > 0) {
            return reply(query, Rcode.BADVERS);
        }
        try {
            return answer(query);
        } catch (IOException e) {
            LOG.debug("No answer to {}: {}", query.getQuestion(), e.getMessage());
            return reply(query, Rcode.SERVFAIL);
        }
    }

    private Message answer(Message query) throws IOException, InterruptedException {
        Record question = query.getQuestion();
        String name = question.getName().toString(true).toLowerCase(Locale.ROOT);
        boolean asksForAddress = question.getType() == Type.A || question.getType() == Type.AAAA;
        if (question.getDClass() != DClass.IN || !HOST_NAME.matcher(name).matches()) {
            return handOn(query);
        }
        if (HOST.contains(name)) {
            return addresses(query, List.of(address(HOST_IN_GUEST)));
        }
        if (name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST)) {
            return addresses(query, List.of(LOOPBACK_4, LOOPBACK_6)); // RFC 6761, 6.3: whoever asks means itself
        }
        if (asksForAddress) {
            List<InetAddress> known = host.addresses(name);
            return known.isEmpty() ? handOn(query) : addresses(query, known.stream().map(Answers::inGuest).toList());
        }
        Message answer = handOn(query);
        // A program that hears that there is no such name asks for nothing else.
        return answer.getRcode() == Rcode.NXDOMAIN && !host.addresses(name).isEmpty()
                ? reply(query, Rcode.NOERROR)
                : answer;
    }

    // Loopback is another one in a container. Lists of spammers, which programs ask by DNS, answer from 127.0.0.2 on.
    private static InetAddress inGuest(InetAddress known) {
        return known.equals(LOOPBACK_4) || known.equals(LOOPBACK_6) || known.equals(LOOPBACK_DEBIAN)
                ? address(HOST_IN_GUEST)
                : known;
    }

    private static Message addresses(Message query, List<InetAddress> known) {
        Message reply = reply(query, Rcode.NOERROR);
        Record question = query.getQuestion();
        Name name = question.getName();
        known.stream().distinct().forEach(address -> {
            if (address instanceof Inet4Address && question.getType() == Type.A) {
                reply.addRecord(new ARecord(name, DClass.IN, SECONDS, address), Section.ANSWER);
            } else if (address instanceof Inet6Address && question.getType() == Type.AAAA) {
                reply.addRecord(new AAAARecord(name, DClass.IN, SECONDS, address), Section.ANSWER);
            }
        });
        return reply;
    }

    private Message handOn(Message query) throws IOException, InterruptedException {
        Message answer = upstream.ask(query);
        answer.getHeader().setID(query.getHeader().getID());
        return answer;
    }

    private static Message reply(Message query, int rcode) {
        Header asked = query.getHeader();
        Message reply = new Message(asked.getID());
        Header header = reply.getHeader();
        header.setOpcode(asked.getOpcode());
        header.setFlag(Flags.QR);
        header.setFlag(Flags.RA);
        if (asked.getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        header.setRcode(rcode & 0xF);
        query.getSection(Section.QUESTION).forEach(question -> reply.addRecord(question, Section.QUESTION));
        if (query.getOPT() != null) {
            reply.addRecord(new OPTRecord(EDNS_SIZE, rcode >> 4, 0), Section.ADDITIONAL);
        }
        return reply;
    }
}
