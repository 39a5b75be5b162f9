// Keeps the guest's clock right, and notices when the guest or the whole computer has stood still.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.wherry.engine.guest.GuestClock;
import dev.wherry.engine.guest.GuestClock.Reading;
import dev.wherry.engine.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the guest for the time every few seconds. A small difference is made good by slewing the guest's clock, a larger one by setting it.
 * An answer that came late or was lost, a guest whose clock was far off, and a host that slept mean that more than the clock may
 * have to be put right. While the guest is held still, nothing is asked.
 */
final class ClockWatch implements AutoCloseable {

    /** What to do after a standstill. */
    interface Healer {

        /** Puts right what a standstill may have broken; is called on the watch's thread, with the clock right again. */
        void heal() throws InterruptedException;

        /** Gives up a connection that is dead, and has a new one made. */
        void reconnect();
    }

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    /** A standstill is noticed within this and the time of an answer. */
    static final Duration PACE = Duration.ofSeconds(3);
    /** Less than this is within what asking costs on a busy computer. */
    private static final Duration UNNOTICED = Duration.ofMillis(20);
    /** From here on slewing, at half a millisecond a second, would take too long. */
    private static final Duration SLEWED = Duration.ofMillis(80);
    /** A clock that is off by this has not drifted. */
    private static final Duration DRIFT = Duration.ofSeconds(1);
    /** An answer that takes longer comes from a guest that has stood still, or is so busy that a look does no harm. */
    private static final Duration LATE = Duration.ofSeconds(1);
    /** How long a connection that has been through a sleep may take to prove that it lives. */
    private static final Duration PROOF = Duration.ofSeconds(3);
    /** Looks at a clock until one is quick enough to be exact. */
    private static final int LOOKS = 5;
    private static final Duration EXACT = Duration.ofMillis(20);

    private final GuestClock clock;
    private final Healer healer;
    private final HostSleep host = new HostSleep();
    private final Worker worker;
    /** Held by whoever talks to the guest. */
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition released = turn.newCondition();
    private boolean held;
    /** Whether the next look is to be taken at once. */
    private boolean due = true;

    private ClockWatch(GuestClock clock, Healer healer) {
        this.clock = clock;
        this.healer = healer;
        this.worker = new Worker("clock", this::work);
    }

    /** Begins to watch {@code clock}, which is closed together with this. */
    static ClockWatch start(GuestClock clock, Healer healer) {
        ClockWatch watch = new ClockWatch(clock, healer);
        watch.worker.start();
        return watch;
    }

    /** Asks nothing from now on; to be called before the guest is held still. */
    void hold() {
        turn.lock();
        try {
            held = true;
        } finally {
            turn.unlock();
        }
    }

    /** Goes on after {@link #hold}: sets the guest's clock to the second, and leaves the rest to the next look, which is now. */
    void release() throws InterruptedException {
        turn.lock();
        try {
            clock.setRoughly();
        } catch (IOException e) {
            LOG.warn("The guest's clock could not be set after a pause; trying again: {}", e.getMessage());
        } finally {
            letGo();
            turn.unlock();
        }
    }

    /** The same where the guest has not been held still after all. */
    void goOn() {
        turn.lock();
        try {
            letGo();
        } finally {
            turn.unlock();
        }
    }

    private void letGo() {
        held = false;
        due = true;
        released.signalAll();
    }

    private void work() {
        boolean lost = false;
        try {
            while (true) {
                boolean slept = await();
                lost = look(slept, lost);
            }
        } catch (InterruptedException e) {
            LOG.debug("The guest's clock is no longer watched");
        }
    }

    // Whether the host slept meanwhile.
    private boolean await() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            // A sleep before now shows in the answer that came late, was lost, or told another time.
            host.restart();
            long left = PACE.toNanos();
            while (held || (!due && left > 0)) {
                if (held) {
                    released.await();
                } else {
                    left = released.awaitNanos(left);
                }
            }
            if (due) {
                due = false;
                return false;
            }
            return host.hasHappened(PACE);
        } finally {
            turn.unlock();
        }
    }

    // Whether there was no answer.
    private boolean look(boolean slept, boolean lost) throws InterruptedException {
        boolean stoodStill;
        turn.lockInterruptibly();
        try {
            if (held) {
                return false;
            }
            Reading first = firstReading(slept);
            stoodStill = slept || lost || first.roundTrip().compareTo(LATE) > 0 || first.isOffByMoreThan(DRIFT);
            correct(first);
        } catch (IOException e) {
            if (!lost) {
                LOG.info("The guest does not tell the time: {}", e.getMessage());
            }
            return true;
        } finally {
            turn.unlock();
        }
        if (stoodStill) {
            LOG.info("The guest or this computer has stood still; looking after forwards and shares");
            healer.heal();
        }
        return false;
    }

    private Reading firstReading(boolean slept) throws IOException, InterruptedException {
        if (!slept) {
            return clock.read(GuestClock.PATIENCE);
        }
        LOG.info("This computer slept, or its clock was set");
        try {
            return clock.read(PROOF);
        } catch (IOException e) {
            healer.reconnect();
            return clock.read(GuestClock.PATIENCE);
        }
    }

    private void correct(Reading first) throws IOException, InterruptedException {
        if (!first.isOffByMoreThan(UNNOTICED)) {
            return;
        }
        Reading best = best(first);
        if (best.isOffByMoreThan(SLEWED)) {
            LOG.info("The guest's clock is set; it was {} ms ahead of this computer's", best.ahead().toMillis());
            if (best.ahead().compareTo(DRIFT.negated()) < 0) {
                clock.setRoughly();
            }
            clock.set();
        } else if (best.isOffByMoreThan(UNNOTICED)) {
            LOG.debug("The guest's clock is {} ms ahead", best.ahead().toMillis());
            clock.slew(best.ahead().negated());
        }
    }

    private Reading best(Reading first) throws IOException, InterruptedException {
        Reading best = first;
        for (int look = 1; look < LOOKS && best.roundTrip().compareTo(EXACT) > 0; look++) {
            Reading next = clock.read(GuestClock.PATIENCE);
            if (next.roundTrip().compareTo(best.roundTrip()) < 0) {
                best = next;
            }
        }
        return best;
    }

    /** Stops watching; the guest's clock stays as it is. */
    @Override
    public void close() {
        worker.close();
        clock.close();
    }
}
