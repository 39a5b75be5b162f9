// When the user is told something, and when not.
package dev.wherry.app.tray;

import static dev.wherry.app.tray.Reports.conflict;
import static dev.wherry.app.tray.Reports.machine;
import static dev.wherry.app.tray.Reports.starting;
import static dev.wherry.app.tray.Reports.withoutAgent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.updates.Look;
import dev.wherry.app.updates.Update;
import dev.wherry.app.updates.UpdateView;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticeModelTest {

    private static final long GIB = 1L << 30;

    private final Locale locale = Locale.getDefault();
    private final Live<MachineView> machine = new Live<>(machine(MachineState.STOPPED));
    private final Live<Optional<DiskSpace>> disk = new Live<>(Optional.empty());
    private final Live<UpdateView> updates = new Live<>(UpdateView.UNREAD);
    private final Set<NoticeKind> wanted = EnumSet.allOf(NoticeKind.class);
    private final List<Notice> told = new ArrayList<>();
    private final Scope scope = new Scope();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void end() {
        scope.close();
        Locale.setDefault(locale);
    }

    private void begin() {
        NoticeModel.follow(scope, machine, disk, updates, wanted::contains, told::add);
    }

    private void then(MachineView... views) {
        for (MachineView view : views) {
            machine.set(view);
        }
    }

    private void free(long gibibytes) {
        disk.set(Optional.of(new DiskSpace(gibibytes * GIB, 100 * GIB)));
    }

    private List<NoticeKind> kinds() {
        return told.stream().map(Notice::kind).toList();
    }

    @Test
    void theEndOfAStartIsToldOnce() {
        begin();
        then(starting(Stage.BOOT), starting(Stage.ENGINE), machine(MachineState.RUNNING), machine(MachineState.PAUSED),
                machine(MachineState.RUNNING));
        assertThat(told).containsExactly(new Notice(NoticeKind.ENGINE_READY, "The container engine is ready",
                "docker and your published ports work now."));
    }

    @Test
    void whatWasSoBeforeTheAppStartedIsNoNews() {
        then(machine(MachineState.RUNNING, conflict("web", "127.0.0.1:8080")));
        free(1);
        begin();
        then(machine(MachineState.RUNNING, conflict("web", "127.0.0.1:8080"), Reports.port("db", "127.0.0.1:5432", 1)));
        free(2);
        assertThat(told).isEmpty();
    }

    @Test
    void aStateThatIsOnlyHeardOfAfterTheAppsStartIsNoNewsEither() {
        begin();
        then(machine(MachineState.RUNNING, conflict("web", "127.0.0.1:8080")));
        assertThat(told).isEmpty();
    }

    @Test
    void anOldFailureIsNoNews() {
        begin();
        then(machine(MachineState.FAILED));
        assertThat(told).isEmpty();
    }

    @Test
    void aFailedStartIsToldWithItsCause() {
        begin();
        then(starting(Stage.BOOT), machine(MachineState.FAILED));
        assertThat(told).containsExactly(new Notice(NoticeKind.MACHINE_FAILED, "The machine could not be started",
                "The guest did not boot within 120 s."));
    }

    @Test
    void aLostMachineIsTold() {
        then(machine(MachineState.RUNNING));
        begin();
        then(machine(MachineState.FAILED));
        assertThat(told).singleElement().extracting(Notice::title).isEqualTo("The machine has failed");
    }

    @Test
    void eachConflictIsToldOnceUntilItIsOver() {
        then(machine(MachineState.RUNNING));
        begin();
        then(machine(MachineState.RUNNING, conflict("web", "127.0.0.1:8080")),
                machine(MachineState.RUNNING, conflict("web", "127.0.0.1:8080"), conflict("db", "127.0.0.1:5432")),
                machine(MachineState.RUNNING),
                machine(MachineState.RUNNING, conflict("web", "127.0.0.1:8080")));
        assertThat(told).extracting(Notice::title).containsExactly("Port 127.0.0.1:8080 is not reachable",
                "Port 127.0.0.1:5432 is not reachable", "Port 127.0.0.1:8080 is not reachable");
        assertThat(told).first().extracting(Notice::text).isEqualTo("web: another program listens there");
    }

    @Test
    void conflictsThatComeTogetherAreToldTogether() {
        then(machine(MachineState.RUNNING));
        begin();
        then(machine(MachineState.RUNNING, conflict("web", "127.0.0.1:8080"), conflict("db", "127.0.0.1:5432"),
                conflict("x", "127.0.0.1:1")));
        assertThat(told).singleElement().extracting(Notice::title)
                .isEqualTo("Port 127.0.0.1:8080 and 2 more are not reachable");
    }

    @Test
    void aConflictThatTheStartBringsIsTold() {
        begin();
        then(starting(Stage.FORWARD), machine(MachineState.RUNNING, conflict("web", "127.0.0.1:8080")));
        assertThat(kinds()).containsExactly(NoticeKind.ENGINE_READY, NoticeKind.PORT_CONFLICT);
    }

    @Test
    void aLostAgentIsNoNewsOfTheMachine() {
        then(machine(MachineState.RUNNING));
        begin();
        then(withoutAgent(machine(MachineState.RUNNING)), machine(MachineState.RUNNING));
        assertThat(told).isEmpty();
    }

    @Test
    void aFullDiskIsToldOnceUntilThereIsRoomAgain() {
        begin();
        free(50);
        free(9);
        free(5);
        free(12); // hovering about the limit is no news
        free(9);
        assertThat(told).containsExactly(new Notice(NoticeKind.DISK_NEARLY_FULL, "The data disk is nearly full",
                "9GiB of 100GiB are free. Remove what is not needed, or give the machine a larger disk."));
        free(20);
        free(9);
        assertThat(kinds()).containsExactly(NoticeKind.DISK_NEARLY_FULL, NoticeKind.DISK_NEARLY_FULL);
    }

    @Test
    void aKindThatIsSwitchedOffIsNotTold() {
        begin();
        wanted.remove(NoticeKind.ENGINE_READY);
        then(starting(Stage.BOOT), machine(MachineState.RUNNING), machine(MachineState.FAILED));
        assertThat(kinds()).containsExactly(NoticeKind.MACHINE_FAILED);
    }

    private void newest(String... versions) {
        updates.set(new UpdateView(Stream.of(versions)
                .map(version -> new Update(Update.Kind.PROGRAM, version, "1.0", "", "")).toList(), new Look.Never()));
    }

    @Test
    void eachNewerVersionIsToldOnce() {
        begin();
        newest();
        newest("2.0");
        newest("2.0");
        newest("3.0");
        assertThat(told).extracting(Notice::title).containsExactly("Wherry 2.0 is there", "Wherry 3.0 is there");
        assertThat(kinds()).containsOnly(NoticeKind.UPDATE);
    }

    @Test
    void aNewerVersionThatAnEarlierRunHasFoundIsNoNews() {
        begin();
        newest("2.0");
        assertThat(told).isEmpty();
    }

    @Test
    void newerVersionsAreNotToldToWhoHasSwitchedThatOff() {
        begin();
        newest();
        wanted.remove(NoticeKind.UPDATE);
        newest("2.0");
        assertThat(told).isEmpty();
    }
}
