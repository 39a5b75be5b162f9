// Asks this computer's name servers themselves.
package dev.wherry.engine.names;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;

/** Hands questions on that the system's resolver has no answers to: other types than addresses, and whether a name exists at all. */
final class Upstream {

    private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);

    private static final Duration PER_SERVER = Duration.ofSeconds(2);
    /** How many are asked at most, one after the other; resolvers of systems ask three. */
    private static final int SERVERS = 3;

    private final Supplier<List<InetSocketAddress>> servers;

    /**
     * With a way to learn the name servers.
     *
     * @param servers is asked before every question
     */
    Upstream(Supplier<List<InetSocketAddress>> servers) {
        this.servers = servers;
    }

    /** With the name servers that this computer has at the time of each question. */
    static Upstream ofHost() {
        return new Upstream(() -> {
            ResolverConfig.refresh();
            return ResolverConfig.getCurrentConfig().servers();
        });
    }

    /**
     * What the first server says that says something: also that there is no such name.
     *
     * @param query stays as it is
     * @throws IOException when none of them answers in time
     */
    Message ask(Message query) throws IOException, InterruptedException {
        Message question = query.clone();
        Random random = ThreadLocalRandom.current();
        Message failure = null;
        for (InetSocketAddress server : servers.get().stream().limit(SERVERS).toList()) {
            question.getHeader().setID(random.nextInt(1 << 16));
            Message answer = ask(server, question);
            if (answer != null && isOfUse(answer)) {
                return answer;
            }
            failure = answer == null ? failure : answer;
        }
        if (failure == null) {
            throw new IOException("none of this computer's name servers answers");
        }
        return failure;
    }

    // As resolvers of systems do, the next server is asked where one cannot or will not answer.
    private static boolean isOfUse(Message answer) {
        return answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN;
    }

    // Connections are kept for the next question. What failed, other than by silence, may have met one that the server had just ended,
    // as it may at any time (RFC 7766, 6.2.4), and is tried again. Null when nothing comes.
    private static @Nullable Message ask(InetSocketAddress server, Message question) throws InterruptedException {
        long end = System.nanoTime() + 2 * PER_SERVER.toNanos();
        try {
            return send(server, question, end);
        } catch (SocketTimeoutException e) {
            return null;
        } catch (IOException e) {
            LOG.debug("{} is asked once more: {}", server, e.toString());
        }
        try {
            return send(server, question, end);
        } catch (IOException e) {
            return null;
        }
    }

    // By UDP, and by TCP where that is too short.
    private static Message send(InetSocketAddress server, Message question, long end)
            throws IOException, InterruptedException {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setEDNS((@Nullable OPTRecord) null); // the question has what its sender wants
        resolver.setTimeout(PER_SERVER);
        try {
            return resolver.sendAsync(question).toCompletableFuture().get(end - System.nanoTime(),
                    TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("no answer came in time");
        }
    }
}
