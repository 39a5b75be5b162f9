// Before a machine that is not there, and without a window.
package dev.wherry.app.window;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.model.Scope;
import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A desk with an absent machine, for tests of view models. */
public abstract class DeskTest {

    /** What is closed after the test. */
    protected final Scope scope = new Scope();
    /** The machine that is not there. */
    protected FakeMachine machine;
    /** What the models work with. */
    protected Desk desk;

    @BeforeEach
    final void openDesk() throws IOException {
        machine = new FakeMachine();
        desk = new Desk(machine.directories(), MachineFiles.DEFAULT_NAME);
    }

    @AfterEach
    final void closeDesk() throws IOException {
        scope.close();
        desk.close();
        machine.close();
    }

    /** Puts the machine into {@code state} and waits until the desk knows. */
    protected final void become(MachineState state) {
        machine.agent().become(state);
        await().until(() -> desk.machine().get().state() == state);
    }

    /** The machine's configuration file. */
    protected final Path config() {
        return desk.files().config();
    }

    /** Writes the configuration file as an editor would. */
    protected final void write(String text) throws IOException {
        Files.createDirectories(config().getParent());
        Files.writeString(config(), text);
    }
}
