// The first session with a guest that may still be booting.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

import org.apache.sshd.client.session.ClientSession;

/**
 * Tries until it works. A guest that boots may close at once or swallow an attempt until its SSH server listens. But an emulated guest,
 * busy with its own start, takes seconds for an honest login, and one given up costs it the same work again. So the first attempt waits
 * long enough for that, and each longer than the one before.
 */
final class FirstContact {

    private static final Duration FIRST_LIMIT = Duration.ofSeconds(8);
    /** How long an attempt may take at most. */
    static final Duration LAST_LIMIT = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private FirstContact() {
    }

    /** Fails when nobody wants the session any more. */
    interface Wish {
        void require() throws GuestUnreachableException;
    }

    /** Makes a session by {@code dialer}; see {@link SshGuest#connect}. */
    static ClientSession make(Dialer dialer, Duration deadline, Wish wish) throws IOException, InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        Duration limit = FIRST_LIMIT;
        while (true) {
            try {
                return dialer.dial(least(limit, Duration.ofNanos(Math.max(1, end - System.nanoTime()))));
            } catch (GuestIdentityException e) {
                throw e;
            } catch (InterruptedIOException e) {
                // So the SSH library says it.
                InterruptedException interrupt = new InterruptedException("while connecting to the guest");
                interrupt.initCause(e);
                throw interrupt;
            } catch (IOException e) {
                wish.require();
                if (System.nanoTime() + PAUSE.toNanos() >= end) {
                    throw new GuestUnreachableException("Tried to reach the guest for " + deadline.toMillis()
                            + " ms but failed because " + e.getMessage(), e);
                }
            }
            limit = least(limit.multipliedBy(3).dividedBy(2), LAST_LIMIT);
            Thread.sleep(PAUSE);
        }
    }

    /** The shorter one. */
    static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
