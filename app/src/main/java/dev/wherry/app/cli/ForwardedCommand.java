// Runs a command in the guest as if it ran here.
package dev.wherry.app.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

import dev.wherry.app.cli.terminal.LocalTerminal;
import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.agent.RemoteProcess;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.TerminalSize;
import org.jspecify.annotations.Nullable;

/** Gives a command in the guest this process's streams, terminal, signals and exit code. */
final class ForwardedCommand {

    private ForwardedCommand() {
    }

    /**
     * Runs {@code line} in the guest.
     *
     * @param withTerminal whether to give it this process's terminal; standard input must be one then
     * @return its exit code, or 128 + the number of the signal that ended it
     */
    static int run(MachineOption machine, String line, boolean withTerminal) throws Exception {
        return withTerminal
                ? runOnTerminal(machine, line)
                : run(machine, line, new FileInputStream(FileDescriptor.in),
                        new FileOutputStream(FileDescriptor.out));
    }

    /**
     * Runs {@code line} in the guest with streams of the caller's; what it says on standard error appears on this process's own.
     *
     * @return its exit code, or 128 + the number of the signal that ended it
     */
    static int run(MachineOption machine, String line, InputStream stdin, OutputStream stdout) throws Exception {
        try (ControlClient agent = machine.connect();
                RemoteProcess process = start(agent, new GuestCommand(line, environment(), null));
                PassedSignals _ = new PassedSignals(process)) {
            return process.attach(stdin, stdout, new FileOutputStream(FileDescriptor.err));
        }
    }

    // A signal that is sent to this program ends it here: those of the keyboard are keys of the far side's terminal.
    private static int runOnTerminal(MachineOption machine, String line) throws Exception {
        try (LocalTerminal terminal = LocalTerminal.open();
                ControlClient agent = machine.connect();
                RemoteProcess process = start(agent, new GuestCommand(line, environment(),
                        new GuestCommand.Terminal(terminal.type(), terminal.size())))) {
            terminal.makeRaw(size -> resize(process, size));
            // System.in and System.out would buffer and recode; these are the bare descriptors.
            return process.attach(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out),
                    new FileOutputStream(FileDescriptor.err));
        }
    }

    private static RemoteProcess start(ControlClient agent, GuestCommand command) throws AgentException {
        try (StartLine line = new StartLine(StartLine::ofThisProcess)) {
            return agent.exec(command, line::show);
        }
    }

    private static void resize(RemoteProcess process, TerminalSize size) {
        try {
            process.resize(size);
        } catch (IOException e) {
            // The command has ended; there is nothing left to resize.
        }
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
