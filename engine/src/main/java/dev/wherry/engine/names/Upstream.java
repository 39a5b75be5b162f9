// Asks this computer's name servers themselves.
package dev.wherry.engine.names;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;

/** Hands questions on that the system's resolver has no answers to: other types than addresses, and whether a name exists at all. */
final class Upstream {

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

    // By UDP, and by TCP where that is too short. Null when nothing comes.
    private static @Nullable Message ask(InetSocketAddress server, Message question) throws InterruptedException {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setEDNS((@Nullable OPTRecord) null); // the question has what its sender wants
        resolver.setTimeout(PER_SERVER);
        try {
            return resolver.sendAsync(question).toCompletableFuture().get(2 * PER_SERVER.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }
}
