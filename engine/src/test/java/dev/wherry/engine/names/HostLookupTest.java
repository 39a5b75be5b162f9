// How lookups on this computer are shared among those who ask at the same time.
package dev.wherry.engine.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class HostLookupTest {

    private static final int ASKING = 8;
    private static final int TIMES = 500;

    /** Who has an answer and asks again may have a reason to. Many at once, so that threads lose their turn in between. */
    @Test
    void anAnswerThatHasBeenGivenIsNotGivenAgain() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        try (HostLookup lookup = new HostLookup(name -> {
            lookups.incrementAndGet();
            return new InetAddress[]{InetAddress.getLoopbackAddress()};
        }); ExecutorService callers = Executors.newFixedThreadPool(ASKING)) {
            List<Future<Void>> all = callers.invokeAll(IntStream.range(0, ASKING).<Callable<Void>>mapToObj(i -> () -> {
                for (int n = 0; n < TIMES; n++) {
                    lookup.addresses("host" + i + ".test");
                }
                return null;
            }).toList());
            for (Future<Void> one : all) {
                one.get();
            }
        }
        assertThat(lookups).hasValue(ASKING * TIMES);
    }
}
