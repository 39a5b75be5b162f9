// A name server of a test's own, as a company or a VPN has one.
package dev.wherry.engine.names;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers by UDP and TCP on one loopback port: what it has been given, and NXDOMAIN to all else. */
public final class FakeNameServer implements AutoCloseable {

    private static final int PLAIN = 512;

    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final Map<Name, List<Record>> records = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger hangUps = new AtomicInteger();
    private volatile boolean silent;
    private volatile int rcode = Rcode.NOERROR;

    public FakeNameServer() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
        tcp = new ServerSocket(0, 50, loopback);
        udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
        Thread.ofVirtual().start(this::serveUdp);
        Thread.ofVirtual().start(this::serveTcp);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) udp.getLocalSocketAddress();
    }

    /** Adds a record, as a zone file has it. */
    public FakeNameServer with(String name, String type, String value) {
        try {
            Name owner = Name.fromString(name + ".");
            records.computeIfAbsent(owner, any -> new ArrayList<>())
                    .add(Record.fromString(owner, Type.value(type), DClass.IN, 60, value, Name.root));
            return this;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Says nothing from now on. */
    void fallSilent() {
        silent = true;
    }

    /** Ends the next {@code count} connections without an answer. */
    void hangUp(int count) {
        hangUps.set(count);
    }

    /** Answers everything with {@code code} from now on. */
    void failWith(int code) {
        rcode = code;
    }

    /** What was asked: "name type udp" and so on. */
    public List<String> asked() {
        return asked;
    }

    private Message answer(byte[] bytes, String by) throws IOException {
        Message query = new Message(bytes);
        Record question = query.getQuestion();
        asked.add(question.getName().toString(true) + " " + Type.string(question.getType()) + " " + by);
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question, Section.QUESTION);
        List<Record> known = records.get(question.getName());
        answer.getHeader().setRcode(rcode != Rcode.NOERROR || known != null ? rcode : Rcode.NXDOMAIN);
        if (known != null && rcode == Rcode.NOERROR) {
            known.stream().filter(record -> record.getType() == question.getType())
                    .forEach(record -> answer.addRecord(record, Section.ANSWER));
        }
        return answer;
    }

    private void serveUdp() {
        byte[] buffer = new byte[4096];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                Message answer = answer(packet.getData().clone(), "udp");
                if (!silent) {
                    byte[] wire = answer.toWire(PLAIN);
                    udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try (Socket socket = tcp.accept();
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
                byte[] question = new byte[in.readUnsignedShort()];
                in.readFully(question);
                byte[] wire = answer(question, "tcp").toWire(65_535);
                if (hangUps.getAndUpdate(left -> Math.max(left - 1, 0)) == 0) {
                    out.writeShort(wire.length);
                    out.write(wire);
                }
            } catch (IOException e) {
                // closed
            }
        }
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}
