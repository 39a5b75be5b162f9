// Lets a process outlive the terminal and the process that started it.
package dev.wherry.engine.host;

import java.util.ArrayList;
import java.util.List;

import com.sun.jna.Library;
import com.sun.jna.Native;

/**
 * Frees a background process from its terminal: neither Ctrl-C there nor closing the window may reach it or the VM that it
 * starts. POSIX needs a session of its own for that (setsid(2)); Windows gives a process without a console the same.
 */
public sealed interface Detachment {

    /** The way of the operating system that this process runs on. */
    static Detachment ofHost() {
        return of(Platform.current().os());
    }

    static Detachment of(Platform.Os os) {
        return switch (os) {
            case LINUX -> new BySetsidCommand();
            case MAC -> new BySetsidCall();
            case WINDOWS -> new ByNothing();
        };
    }

    /** The command line that starts {@code command} detached. */
    default List<String> launching(List<String> command) {
        return command;
    }

    /** Detaches the calling process, where its command line could not; called once, before it starts any child. */
    default void enter() {
    }

    /** util-linux' setsid, there on every Linux, costs a millisecond; loading JNA for the same costs a tenth of a second. */
    record BySetsidCommand() implements Detachment {
        @Override
        public List<String> launching(List<String> command) {
            List<String> line = new ArrayList<>(List.of("setsid"));
            line.addAll(command);
            return line;
        }
    }

    /** macOS has the call but not the command. Not yet run on a Mac. */
    record BySetsidCall() implements Detachment {
        @Override
        public void enter() {
            // Fails only for the leader of a process group, which has no terminal to lose.
            Native.load("c", CLibrary.class).setsid();
        }

        private interface CLibrary extends Library {
            int setsid();
        }
    }

    /** Windows: the agent is started by javaw, which has no console. Not yet run on Windows. */
    record ByNothing() implements Detachment {
    }
}
