// Waiting in calls that can only throw IOException.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Turns an interrupted wait into the exception that stream calls throw for it. */
final class Interruption {

    /** Something that waits. */
    interface Wait<T> {
        T await() throws InterruptedException, IOException;
    }

    private Interruption() {
    }

    /** Waits; an interrupt ends it with InterruptedIOException and stays set on the thread. */
    static <T> T guard(Wait<T> wait) throws IOException {
        try {
            return wait.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException failure = new InterruptedIOException("Interrupted while waiting for the guest");
            failure.initCause(e);
            throw failure;
        }
    }
}
