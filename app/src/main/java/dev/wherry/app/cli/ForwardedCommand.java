// Runs a command in the guest as if it ran here.
package dev.wherry.app.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.HashMap;
import java.util.Map;

import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.agent.RemoteProcess;
import dev.wherry.engine.guest.GuestCommand;
import org.jspecify.annotations.Nullable;

/** Gives a command in the guest this process's streams, terminal and exit code. */
final class ForwardedCommand {

    private ForwardedCommand() {
    }

    /**
     * Runs {@code line} in the guest.
     *
     * @param withTerminal whether to give it this process's terminal
     * @return its exit code
     */
    static int run(MachineOption machine, String line, boolean withTerminal) throws Exception {
        try (ControlClient agent = machine.connect()) {
            if (!withTerminal) {
                return attach(agent.exec(new GuestCommand(line, environment(), null)));
            }
            try (LocalTerminal terminal = LocalTerminal.open()) {
                RemoteProcess process = agent.exec(new GuestCommand(line, environment(),
                        new GuestCommand.Terminal(terminal.type(), terminal.size())));
                terminal.makeRaw(process);
                return attach(process);
            }
        }
    }

    // System.in and System.out would buffer and recode; these are the bare descriptors.
    private static int attach(RemoteProcess process) throws Exception {
        return process.attach(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
    }

    private static Map<String, String> environment() {
        Map<String, String> passed = new HashMap<>();
        for (String name : new String[]{"LANG", "COLORTERM"}) {
            @Nullable
            String value = System.getenv(name);
            if (value != null) {
                passed.put(name, value);
            }
        }
        return passed;
    }
}
