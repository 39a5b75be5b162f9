// One terminal, one shell after the other.
package dev.wherry.app.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import dev.wherry.engine.guest.TerminalSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShellLineTest {

    private static final TerminalSize SIZE = new TerminalSize(80, 24);
    private static final TerminalSize LARGER = new TerminalSize(120, 40);
    private static final byte[] ENTER = {'\r'};

    private final List<ScriptedShell> shells = new CopyOnWriteArrayList<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final List<Thread> readers = new CopyOnWriteArrayList<>();
    private final ShellLine line = new ShellLine(this::open, SIZE);
    private final CountDownLatch opening = new CountDownLatch(1);
    private volatile boolean slow;

    private ShellSession open(TerminalSize size) throws Exception {
        if (slow) {
            opening.await();
        }
        ScriptedShell shell = new ScriptedShell(size);
        shells.add(shell);
        return shell;
    }

    private void show() {
        show(line);
    }

    private void show(ShellLine source) {
        readers.add(Thread.ofPlatform().start(() -> {
            char[] buffer = new char[1024];
            try {
                for (int n = source.read(buffer, 0, buffer.length); n >= 0; n = source.read(buffer, 0,
                        buffer.length)) {
                    shown.add(new String(buffer, 0, n));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private boolean readersEnded() {
        return readers.stream().noneMatch(Thread::isAlive);
    }

    private String shown() {
        return String.join("", shown);
    }

    private ScriptedShell shell() {
        show();
        return shell(0);
    }

    private ScriptedShell shell(int number) {
        await().until(() -> line.state().get().runs() && shells.size() > number);
        return shells.get(number);
    }

    @AfterEach
    void close() {
        line.close();
        await().until(this::readersEnded);
        assertThat(shells).allMatch(ScriptedShell::isClosed);
    }

    @Test
    void nothingIsOpenedBeforeSomebodyLooks() {
        assertThat(shells).isEmpty();
        assertThat(line.state().get()).isEqualTo(new ShellState.Opening());
    }

    @Test
    void whatTheShellPrintsIsReadAsUtf8() throws IOException {
        shell().print("grün 世界\r\n");
        await().untilAsserted(() -> assertThat(shown()).isEqualTo("grün 世界\r\n"));
    }

    @Test
    void whatIsTypedArrivesAlsoWhenItWasTypedBeforeTheShellWasThere() throws IOException {
        slow = true;
        show();
        line.type("ec".getBytes(UTF_8));
        opening.countDown();
        ScriptedShell shell = shell(0);
        await().until(() -> shell.typed().equals("ec"));
        line.type("ho".getBytes(UTF_8));
        assertThat(shell.typed()).isEqualTo("echo");
    }

    @Test
    void theShellHasTheTerminalsSizeAlsoWhenThatChangedMeanwhile() throws IOException {
        slow = true;
        show();
        line.resize(LARGER);
        opening.countDown();
        ScriptedShell shell = shell(0);
        await().untilAsserted(() -> assertThat(shell.size).isEqualTo(LARGER));
        line.resize(SIZE);
        assertThat(shell.size).isEqualTo(SIZE);
    }

    @Test
    void tellsTheExitCode() throws IOException {
        shell().end(() -> 3);
        await().untilAsserted(() -> assertThat(line.state().get()).isEqualTo(new ShellState.Ended(3)));
    }

    @Test
    void tellsThatTheConnectionIsLostAndWhy() throws IOException {
        shell().end(() -> {
            throw new IOException("the agent ended");
        });
        await().untilAsserted(() -> assertThat(line.state().get()).isInstanceOfSatisfying(ShellState.Lost.class,
                lost -> assertThat(lost.failure().cause()).isEqualTo("the agent ended")));
    }

    @Test
    void tellsThatThereIsNoShell() throws IOException {
        shell().end(() -> {
            throw new NoShellException("web");
        });
        await().untilAsserted(() -> assertThat(line.state().get()).isEqualTo(new ShellState.Missing()));
    }

    @Test
    void tellsWhyNoShellCouldBeOpened() {
        ShellLine refused = new ShellLine(size -> {
            throw new IOException("web is not running");
        }, SIZE);
        show(refused);
        await().untilAsserted(() -> assertThat(refused.state().get()).isInstanceOfSatisfying(ShellState.Refused.class,
                state -> assertThat(state.failure().cause()).isEqualTo("web is not running")));
        refused.close();
    }

    @Test
    void enterOpensAnotherShellInACalmedTerminal() throws IOException {
        shell().end(() -> 0);
        await().until(() -> line.state().get().ended());
        line.type("x".getBytes(UTF_8));
        assertThat(line.state().get().ended()).isTrue();
        line.type(ENTER);
        ScriptedShell second = shell(1);
        second.print("$ ");
        await().untilAsserted(() -> assertThat(shown()).startsWith("\u001b[?1049l").endsWith("\r\n$ "));
        assertThat(second.typed()).isEmpty();
        assertThat(shells.getFirst().isClosed()).isTrue();
    }

    @Test
    void closingEndsTheShellAndTheReading() {
        ScriptedShell shell = shell();
        line.close();
        await().until(this::readersEnded);
        assertThat(shell.isClosed()).isTrue();
    }
}
