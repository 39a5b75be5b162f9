// The agent's end of a command that a client runs in the guest.
package dev.wherry.engine.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;

import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.guest.TerminalSize;
import dev.wherry.engine.stream.ByteStream;

/** Carries a command's streams between the guest and a client as {@link Frame}s until the command has ended. */
final class ExecSession {

    /** How long after its last output a command's exit code may take to arrive. */
    private static final Duration LAST_WORD = Duration.ofSeconds(30);

    private final ByteStream client;
    private final GuestProcess process;
    private final DataOutputStream out;
    private final StdinQueue stdin;

    ExecSession(ByteStream client, GuestProcess process) {
        this.client = client;
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(client.output(), Frame.LARGEST + 8));
        this.stdin = new StdinQueue(process.stdin(), taken -> Frame.write(out, Frame.Kind.TAKEN, taken));
    }

    /** Blocks until the command has ended and the client knows, or the client has left. */
    void run() throws IOException {
        Thread frames = Thread.ofVirtual().name("exec-frames").start(this::readFrames);
        Thread input = Thread.ofVirtual().name("exec-in").start(stdin);
        Thread errors = Thread.ofVirtual().name("exec-err").start(() -> copy(process.stderr(), Frame.Kind.STDERR));
        copy(process.stdout(), Frame.Kind.STDOUT);
        try {
            errors.join();
            int code = process.waitFor(LAST_WORD).code();
            Frame.write(out, Frame.Kind.EXIT, code);
        } catch (IOException e) {
            Frame.write(out, Frame.Kind.LOST, String.valueOf(e.getMessage()).getBytes(UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            frames.interrupt();
            input.interrupt();
        }
    }

    private void copy(InputStream from, Frame.Kind kind) {
        byte[] buffer = new byte[Frame.LARGEST];
        try {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                Frame.write(out, kind, buffer, 0, n);
            }
        } catch (IOException e) {
            // Either side is lost: closing the process tells the guest, and waiting for it then tells the client.
            hangUp();
        }
    }

    private void readFrames() {
        try {
            DataInputStream in = new DataInputStream(client.input());
            for (Frame frame = Frame.read(in); frame != null; frame = Frame.read(in)) {
                take(frame);
            }
            hangUp();
        } catch (IOException e) {
            hangUp();
        }
    }

    private void take(Frame frame) throws IOException {
        switch (frame.kind()) {
            case STDIN -> stdin.add(frame.payload());
            case RESIZE -> {
                ByteBuffer size = ByteBuffer.wrap(frame.payload());
                process.resize(new TerminalSize(size.getInt(), size.getInt()));
            }
            case SIGNAL -> process.signal(new String(frame.payload(), UTF_8));
            case STDOUT, STDERR, EXIT, LOST, TAKEN -> throw new IOException("a client does not send " + frame.kind());
        }
    }

    private void hangUp() {
        try {
            process.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }
}
