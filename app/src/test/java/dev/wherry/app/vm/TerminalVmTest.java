// A shell in the VM on a real terminal, with real keys.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("vm")
@ExtendWith(SharedVm.class)
class TerminalVmTest {

    private static final String THERE = "root@wherry:~#";

    private Pane pane;

    @BeforeEach
    void sitDown(Wherry wherry) throws Exception {
        // A shell without a line editor: it takes the terminal as it finds it, and so hides nothing.
        pane = Pane.open(wherry, "dash");
    }

    @AfterEach
    void leave() throws Exception {
        pane.close();
    }

    @Test
    void theFarSidesTerminalIsOfTheSameTypeAndSizeAndFollowsTheWindow() throws Exception {
        openShell();
        pane.enter("tty; stty size; echo $TERM $COLORTERM $LANG");
        pane.awaitLine("30 100");
        assertThat(pane.screen()).contains("/dev/pts/0").anyMatch(line -> line.endsWith(" truecolor C.UTF-8"));
        pane.resize(70, 20);
        pane.enter("until stty size | grep '20 70'; do usleep 100000; done");
        pane.awaitLine("20 70");
    }

    @Test
    void controlCInterruptsWhatRunsAndTheShellLivesOn() throws Exception {
        openShell();
        pane.enter("echo begun; sleep 1000");
        pane.awaitLine("begun");
        pane.press("C-c");
        pane.enter("echo ended with $?");
        pane.awaitLine("ended with 130");
    }

    @Test
    void controlZStopsWhatRunsAndControlBackslashQuitsIt() throws Exception {
        openShell();
        pane.enter("echo begun; sleep 1000");
        pane.awaitLine("begun");
        pane.press("C-z");
        pane.enter("jobs");
        pane.awaitLine("[1]+  Stopped                    sleep 1000");
        pane.enter("fg");
        pane.awaitLast("sleep 1000");
        pane.press("C-\\");
        pane.enter("echo ended with $?");
        pane.awaitLine("ended with 131");
    }

    @Test
    void theShellsExitCodeIsOursAndTheTerminalIsAsBefore() throws Exception {
        pane.enter("stty -g >$D/before");
        openShell();
        pane.enter("exit 7");
        pane.awaitLast("here>");
        pane.enter("echo code $?; stty -g | cmp - $D/before && echo same");
        pane.awaitLine("code 7");
        pane.awaitLine("same");
    }

    @Test
    void controlDEndsAProgramThatReadsTheKeyboard() throws Exception {
        openShell();
        pane.enter("echo begun; cat >/tmp/typed; cat /tmp/typed; rm /tmp/typed");
        pane.awaitLine("begun"); // what is typed while the shell's line editor is still at work is not shown
        pane.enter("größer");
        pane.press("C-d");
        pane.awaitLast(THERE);
        assertThat(pane.screen()).containsSequence("größer", "größer");
    }

    @Test
    void whereStandardInputIsNoTerminalTheFarSideGetsNoneEither() throws Exception {
        pane.enter("wherry ssh -t tty </dev/null; wherry ssh tty; wherry ssh -T -- tty; echo tty | wherry ssh");
        pane.awaitLast("here>");
        assertThat(pane.screen()).contains("wherry: -t has no effect: standard input is no terminal.")
                .filteredOn("not a tty"::equals).hasSize(4);
    }

    @Test
    void aShellWhoseOutputIsRedirectedStillHasTheKeyboard() throws Exception {
        pane.enter("wherry ssh >$D/out");
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(pane.file("out"))
                && Files.readString(pane.file("out")).contains(THERE));
        pane.enter("tty; exit 3");
        pane.awaitLast("here>");
        assertThat(Files.readString(pane.file("out"))).containsPattern("/dev/pts/[0-9]+\r\n");
    }

    @Test
    void aFileIsEditedInAFullScreenEditor(Wherry wherry) throws Exception {
        openShell();
        pane.enter("vi /tmp/edited");
        pane.awaitLineLike("- /tmp/edited .*1/1 100%");
        pane.type("ifirst line");
        pane.press("Enter");
        pane.type("zweite Zeile, größer");
        pane.press("Escape");
        pane.awaitLineLike("- /tmp/edited .*2/2 100%"); // Escape and a key at once would be one with Alt
        pane.type("ggx:wq");
        pane.press("Enter");
        pane.awaitLast(THERE);
        assertThat(wherry.inGuest("cat /tmp/edited")).isEqualTo("irst line\nzweite Zeile, größer");
    }

    @Test
    void aPagerShowsAPageForEachKey() throws Exception {
        openShell();
        pane.enter("seq 1000 | less");
        pane.awaitLine("29");
        pane.press("Space");
        pane.awaitLine("58");
        pane.press("G");
        pane.awaitLine("1000");
        pane.press("q");
        pane.awaitLast(THERE);
    }

    @Test
    void programsThatDrawTheWholeScreenKnowItsSize() throws Exception {
        openShell();
        pane.enter("top");
        pane.awaitLineLike("  PID  PPID USER .*COMMAND");
        assertThat(pane.screen()).hasSizeBetween(29, 30);
        pane.press("q");
        pane.awaitLast(THERE);
    }

    @Test
    void aClientThatIsToldToEndGivesTheTerminalBackAndHangsUp(Wherry wherry) throws Exception {
        endClient(wherry, "TERM", 143);
    }

    @Test
    void aClientThatIsKilledHasItsTerminalGivenBackAndHangsUp(Wherry wherry) throws Exception {
        endClient(wherry, "KILL", 137);
    }

    @Test
    void aShellsLineEditorWorksAfterItsClientIsKilled(Wherry wherry) throws Exception {
        pane.enter("bash --norc");
        pane.awaitLast("here>");
        openShell();
        Wherry.kill(pane.running());
        pane.awaitLast("here>");
        pane.type("cho fine");
        pane.press("C-a");
        pane.enter("e");
        pane.awaitLine("fine");
        awaitNoGuard();
        pane.enter("exit");
    }

    private void endClient(Wherry wherry, String signal, int code) throws Exception {
        pane.enter("stty -g >$D/before; wherry ssh; code=$?; until stty -g | cmp -s - $D/before; do sleep 0.1; done; "
                + "echo ended with $code");
        pane.awaitLast(THERE);
        pane.enter("sleep 4242");
        GuestProcesses.awaitRunning(wherry, "sleep 4242");
        new Command(List.of("kill", "-" + signal, Long.toString(pane.running().pid())), Map.of()).run().succeeded();
        pane.awaitLineLike(" *ended with " + code);
        awaitNoGuard();
        GuestProcesses.awaitNone(wherry, "sleep 4242");
    }

    // The shell that watches over the terminal leaves with the client.
    private static void awaitNoGuard() {
        await().atMost(Duration.ofSeconds(10)).until(() -> ProcessHandle.allProcesses().map(ProcessHandle::info)
                .flatMap(info -> Stream.of(info.arguments().orElse(new String[0])))
                .noneMatch(argument -> argument.contains("stty -g <&3")));
    }

    private void openShell() throws Exception {
        pane.enter("wherry ssh");
        pane.awaitLast(THERE);
    }
}
