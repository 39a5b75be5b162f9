// A client's end of a command in the guest.
package dev.wherry.engine.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.Semaphore;

import dev.wherry.engine.guest.TerminalSize;
import dev.wherry.engine.stream.ByteStream;

/** A command that runs in the guest for this client. */
public final class RemoteProcess implements Closeable {

    /** What a shell makes of a program that SIGPIPE has ended. */
    private static final int BROKEN_PIPE = 128 + 13;

    private final ByteStream stream;
    private final String wherry;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Semaphore ahead = new Semaphore(Frame.AHEAD);

    /** @param wherry the start of a command line about the machine */
    RemoteProcess(ByteStream stream, String wherry) {
        this.stream = stream;
        this.wherry = wherry;
        this.in = new DataInputStream(new BufferedInputStream(stream.input(), Frame.LARGEST));
        this.out = new DataOutputStream(new BufferedOutputStream(stream.output(), Frame.LARGEST + 8));
    }

    /**
     * Connects the command to the caller's streams and blocks until it has ended, or nobody reads its output any more.
     *
     * @return the command's exit code, or 128 + the number of the signal that ended it
     * @throws AgentException when the command's end is not known, or its output cannot be written
     */
    public int attach(InputStream stdin, OutputStream stdout, OutputStream stderr) throws AgentException {
        // Reading a console cannot be interrupted; a daemon thread does not keep the program alive.
        Thread.ofPlatform().daemon().name("stdin").start(() -> send(stdin));
        try {
            for (Frame frame = Frame.read(in); frame != null; frame = Frame.read(in)) {
                switch (frame.kind()) {
                    case STDOUT -> write(stdout, frame.payload());
                    case STDERR -> write(stderr, frame.payload());
                    case TAKEN -> ahead.release(frame.number());
                    case EXIT -> {
                        return frame.number();
                    }
                    case LOST -> throw lost(new String(frame.payload(), UTF_8));
                    case STDIN, RESIZE, SIGNAL -> throw lost("the agent sent " + frame.kind());
                }
            }
            throw lost("the agent ended");
        } catch (OutputException e) {
            return endOfOutput(e);
        } catch (IOException e) {
            throw lost(String.valueOf(e.getMessage()));
        }
    }

    private void send(InputStream stdin) {
        byte[] buffer = new byte[Frame.LARGEST];
        try {
            for (int n = stdin.read(buffer); n >= 0; n = stdin.read(buffer)) {
                ahead.acquire(n);
                Frame.write(out, Frame.Kind.STDIN, buffer, 0, n);
            }
            Frame.write(out, Frame.Kind.STDIN, new byte[0]);
        } catch (IOException e) {
            // The command has ended or the agent is lost; whoever reads the frames hears of it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream to, byte[] bytes) throws OutputException {
        try {
            to.write(bytes);
            to.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    // As for any program at the front of a pipeline: when the next one leaves, it ends without a word.
    private static int endOfOutput(OutputException e) throws AgentException {
        if (e.getMessage().toLowerCase(Locale.ROOT).contains("pipe")) {
            return BROKEN_PIPE;
        }
        throw new AgentException(AgentException.Kind.FAILED,
                "Tried to write the output of the command but failed because " + e.getMessage() + ".",
                "The command has been hung up. Make room, or send the output elsewhere.");
    }

    /** Tells the command that the terminal has a new size. */
    public void resize(TerminalSize size) throws IOException {
        byte[] payload = ByteBuffer.allocate(8).putInt(size.columns()).putInt(size.rows()).array();
        Frame.write(out, Frame.Kind.RESIZE, payload);
    }

    /** Sends the command a signal, named without SIG. */
    public void signal(String name) throws IOException {
        Frame.write(out, Frame.Kind.SIGNAL, name.getBytes(UTF_8));
    }

    private AgentException lost(String why) {
        return new AgentException(AgentException.Kind.FAILED,
                "The connection to the command in the guest was lost: " + why + ".",
                "Look at \"" + wherry + " status\"; the command may still be running.");
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** The caller's side of an output failed, not the connection. */
    private static final class OutputException extends IOException {
        OutputException(IOException cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
