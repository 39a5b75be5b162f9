// A channel on which a command runs.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.PtyMode;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** A {@code session} channel (RFC 4254, section 6). */
final class CommandChannel extends GuestChannel {

    // What a terminal in its ordinary state has set (RFC 4254, 8); the caller's own terminal is raw meanwhile.
    private static final Map<PtyMode, Integer> MODES = Map.ofEntries(
            Map.entry(PtyMode.VINTR, 3), Map.entry(PtyMode.VQUIT, 28), Map.entry(PtyMode.VERASE, 127),
            Map.entry(PtyMode.VKILL, 21), Map.entry(PtyMode.VEOF, 4), Map.entry(PtyMode.VSUSP, 26),
            Map.entry(PtyMode.ICRNL, 1), Map.entry(PtyMode.IXON, 1), Map.entry(PtyMode.IUTF8, 1),
            Map.entry(PtyMode.ISIG, 1), Map.entry(PtyMode.ICANON, 1), Map.entry(PtyMode.IEXTEN, 1),
            Map.entry(PtyMode.ECHO, 1), Map.entry(PtyMode.ECHOE, 1), Map.entry(PtyMode.ECHOK, 1),
            Map.entry(PtyMode.ECHOCTL, 1), Map.entry(PtyMode.ECHOKE, 1),
            Map.entry(PtyMode.OPOST, 1), Map.entry(PtyMode.ONLCR, 1),
            Map.entry(PtyMode.TTY_OP_ISPEED, 38400), Map.entry(PtyMode.TTY_OP_OSPEED, 38400));

    private final Inbound errors = new Inbound(this::release);
    // Answers come in the order of the requests (RFC 4254, 5.4).
    private final Queue<CompletableFuture<Boolean>> unanswered = new ArrayDeque<>();
    private final CompletableFuture<ExitStatus> end = new CompletableFuture<>();

    CommandChannel() {
        super("session");
    }

    Inbound errors() {
        return errors;
    }

    @Override
    void putTarget(Buffer open) {
        // A session has no target.
    }

    @Override
    String target() {
        return "the command";
    }

    @Override
    protected void doWriteExtendedData(byte[] data, int offset, long length) throws IOException {
        errors.accept(data, offset, (int) length);
    }

    @Override
    void endInput() {
        super.endInput();
        errors.end();
        settle();
    }

    @Override
    void failInput(IOException cause) {
        super.failInput(cause);
        errors.fail(cause);
        synchronized (unanswered) {
            unanswered.forEach(answer -> answer.completeExceptionally(cause));
            unanswered.clear();
        }
        end.completeExceptionally(cause);
    }

    @Override
    void hangUp() throws IOException {
        errors.close();
        super.hangUp();
    }

    /** Asks for an agent (OpenSSH's PROTOCOL.agent); nothing is answered, also when the connection has one already. */
    void forwardAgent() throws IOException {
        writePacket(request("auth-agent-req@openssh.com", false, 0));
    }

    void setVariable(String name, String value) throws IOException {
        Buffer request = request("env", false, name.length() + value.length() + 16);
        request.putString(name);
        request.putString(value);
        writePacket(request);
    }

    CompletableFuture<Boolean> attach(GuestCommand.Terminal terminal) throws IOException {
        Buffer modes = new ByteArrayBuffer(8 * MODES.size());
        MODES.forEach((mode, value) -> {
            modes.putByte((byte) mode.toInt());
            modes.putUInt(value);
        });
        modes.putByte((byte) 0); // TTY_OP_END
        Buffer request = request("pty-req", true, terminal.type().length() + 32 + modes.available());
        request.putString(terminal.type());
        putSize(request, terminal.size());
        request.putBytes(modes.getCompactData());
        return ask(request);
    }

    CompletableFuture<Boolean> run(String line) throws IOException {
        if (line.isEmpty()) {
            return ask(request("shell", true, 0));
        }
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Buffer request = request("exec", true, bytes.length + 8);
        request.putBytes(bytes);
        return ask(request);
    }

    void resize(TerminalSize size) throws IOException {
        Buffer request = request("window-change", false, 32);
        putSize(request, size);
        writePacket(request);
    }

    void signal(String name) throws IOException {
        Buffer request = request("signal", false, name.length() + 8);
        request.putString(name);
        writePacket(request);
    }

    /**
     * The command's end, known once its output has arrived too; fails when the channel ends without it.
     */
    CompletableFuture<ExitStatus> end() {
        return end;
    }

    @Override
    public void handleRequest(Buffer buffer) throws IOException {
        super.handleRequest(buffer); // notes exit-status and exit-signal (RFC 4254, 6.10)
        settle();
    }

    @Override
    public void handleSuccess() throws IOException {
        answer(true);
    }

    @Override
    public void handleFailure() throws IOException {
        answer(false);
    }

    private void settle() {
        Integer status = getExitStatus();
        String signal = getExitSignal();
        if (inbound().hasEnded() && signal != null) {
            end.complete(ExitStatus.ofSignal(signal));
        } else if (inbound().hasEnded() && status != null) {
            end.complete(new ExitStatus(status, null));
        }
    }

    private void answer(boolean success) {
        CompletableFuture<Boolean> answer;
        synchronized (unanswered) {
            answer = unanswered.poll();
        }
        if (answer != null) {
            answer.complete(success);
        }
    }

    private CompletableFuture<Boolean> ask(Buffer request) throws IOException {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        // Under one lock, so that the order of the queue is the order on the wire.
        synchronized (unanswered) {
            unanswered.add(answer);
            writePacket(request);
        }
        return answer;
    }

    private Buffer request(String type, boolean wantReply, int size) {
        Buffer request = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST, type.length() + 16 + size);
        request.putUInt(getRecipient());
        request.putString(type);
        request.putBoolean(wantReply);
        return request;
    }

    private static void putSize(Buffer request, TerminalSize size) {
        request.putUInt(size.columns());
        request.putUInt(size.rows());
        request.putUInt(0); // size in pixels: unknown
        request.putUInt(0);
    }
}
