// Asks this computer's own resolver.
package dev.wherry.engine.names;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds addresses as every program here does: by the hosts file, the name servers of a VPN, multicast, whatever the system is set
 * up for at the moment.
 *
 * <p>A lookup is a call into the system that may take half a minute and cannot be called off. It would hold one of the few threads that
 * carry virtual ones, so that it has threads of its own, and nobody waits longer than the deadline.
 */
public final class HostLookup implements AutoCloseable {

    /** Lookups at a time, beyond which they queue up. */
    private static final int AT_ONCE = 16;
    private static final int WAITING = 256;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Resolver resolver;
    private final ThreadPoolExecutor threads;
    private final Map<String, CompletableFuture<List<InetAddress>>> running = new ConcurrentHashMap<>();

    /** What is asked, and takes as long as it takes. */
    interface Resolver {
        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    /** Needs no network until it is asked. */
    public HostLookup() {
        this(InetAddress::getAllByName);
    }

    HostLookup(Resolver resolver) {
        this.resolver = resolver;
        threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, IDLE.toSeconds(), TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING), Thread.ofPlatform().daemon().name("host-lookup ", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Lets this process forget addresses after two seconds and failures at once, where Java would keep them for thirty and ten: another
     * network is to count as soon as it is there. To be called before the first lookup.
     */
    public static void forgetSoon() {
        // Long enough for the A and the AAAA question of one program.
        Security.setProperty("networkaddress.cache.ttl", "2");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    /**
     * The addresses of {@code name}, of both kinds; empty when this computer knows none.
     *
     * @throws IOException when that is not known in time
     */
    List<InetAddress> addresses(String name) throws IOException, InterruptedException {
        try {
            return running.computeIfAbsent(name.toLowerCase(Locale.ROOT), this::begin)
                    .get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
            throw new IOException("Tried to look up " + name + " on this computer but failed because it takes too long",
                    e);
        }
    }

    private CompletableFuture<List<InetAddress>> begin(String name) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return List.of(resolver.addresses(name));
            } catch (UnknownHostException e) {
                return List.of();
            } finally {
                // Before anybody has the answer: whoever asks after that is to hear what holds then.
                running.remove(name);
            }
        }, threads);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
