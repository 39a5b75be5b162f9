// What a client has sent for a command's standard input and the command has not yet taken.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Stands between the reader of a client's frames, which must never wait for the command, and the command's standard input. The
 * client is told what has been taken, and sends at most {@link Frame#AHEAD} bytes beyond it.
 */
final class StdinQueue implements Runnable {

    /** Tells the client. */
    interface Credit {
        void taken(int bytes) throws IOException;
    }

    private final OutputStream stdin;
    private final Credit credit;
    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(Frame.AHEAD);

    StdinQueue(OutputStream stdin, Credit credit) {
        this.stdin = stdin;
        this.credit = credit;
    }

    /**
     * Appends what has arrived; empty for the end. Never waits.
     *
     * @throws IOException when the client sends more than it may
     */
    void add(byte[] bytes) throws IOException {
        if (!room.tryAcquire(bytes.length)) {
            throw new IOException("a client sent more than " + Frame.AHEAD + " bytes ahead");
        }
        waiting.add(bytes);
    }

    /** Hands over what arrives until its end, or until the command takes no more. */
    @Override
    public void run() {
        try {
            for (byte[] bytes = waiting.take(); bytes.length > 0; bytes = waiting.take()) {
                stdin.write(bytes);
                stdin.flush();
                room.release(bytes.length);
                credit.taken(bytes.length);
            }
            stdin.close();
        } catch (IOException e) {
            // Nobody reads it, which is the command's affair; its own end is what the client hears about.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
