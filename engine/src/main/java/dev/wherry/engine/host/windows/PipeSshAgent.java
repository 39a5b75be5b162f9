// The SSH agent of Windows.
package dev.wherry.engine.host.windows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;

import dev.wherry.engine.host.SshAgent;
import dev.wherry.engine.host.SshAgentMessages;

/** The service of Windows' own OpenSSH, behind a named pipe. One handle reads and writes in turn, which is all that it can. */
public final class PipeSshAgent implements SshAgent {

    private static final String PIPE = "\\\\.\\pipe\\openssh-ssh-agent";

    @Override
    public Line open() throws IOException {
        try {
            return new PipeLine(new RandomAccessFile(PIPE, "rw"));
        } catch (IOException e) {
            throw new IOException("nobody answers at " + PIPE + ": " + e.getMessage(), e);
        }
    }

    private record PipeLine(RandomAccessFile pipe) implements Line {

        @Override
        public byte[] ask(byte[] message) throws IOException {
            pipe.write(message);
            return SshAgentMessages.answer(Channels.newInputStream(pipe.getChannel()));
        }

        @Override
        public void close() throws IOException {
            pipe.close();
        }
    }
}
