// The SSH agent of this computer's user.
package dev.wherry.engine.host;

import java.io.Closeable;
import java.io.IOException;

/** A program that holds keys and signs with them for others (draft-ietf-sshm-ssh-agent). */
public interface SshAgent {

    /**
     * Connects to it; the caller closes what it gets.
     *
     * @throws IOException when there is none, with the reason
     */
    Line open() throws IOException;

    /** A connection: one question, one answer, and so on. */
    interface Line extends Closeable {

        /** Sends a message, its length in front, and returns the agent's answer in the same form. */
        byte[] ask(byte[] message) throws IOException;
    }
}
