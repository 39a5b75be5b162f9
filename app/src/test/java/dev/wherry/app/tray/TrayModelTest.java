// What the tray shows for each state of the machine.
package dev.wherry.app.tray;

import static dev.wherry.app.tray.Reports.conflict;
import static dev.wherry.app.tray.Reports.containers;
import static dev.wherry.app.tray.Reports.machine;
import static dev.wherry.app.tray.Reports.port;
import static dev.wherry.app.tray.Reports.starting;
import static dev.wherry.app.tray.Reports.withoutAgent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.tray.MenuEntry.Item;
import dev.wherry.app.tray.MenuEntry.Note;
import dev.wherry.app.tray.MenuEntry.Separator;
import dev.wherry.app.tray.MenuEntry.Submenu;
import dev.wherry.app.tray.TrayAction.General;
import dev.wherry.app.updates.Look;
import dev.wherry.app.updates.Update;
import dev.wherry.app.updates.UpdateView;
import dev.wherry.app.watch.Listing;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrayModelTest {

    private final Locale locale = Locale.getDefault();
    private final Live<MachineView> machine = new Live<>(machine(MachineState.ABSENT));
    private final Live<Listing<ContainerSummary>> containers = new Live<>(Listing.unknown());
    private final Live<UpdateView> updates = new Live<>(UpdateView.UNREAD);
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

    private Live<TrayContent> content() {
        return new TrayModel(scope, machine, containers, updates).content();
    }

    private List<TrayAction> steering() {
        return items(content().get().menu().stream().takeWhile(entry -> !(entry instanceof Separator)).toList());
    }

    private static List<TrayAction> items(List<MenuEntry> entries) {
        return entries.stream().filter(Item.class::isInstance).map(entry -> ((Item) entry).action()).toList();
    }

    private List<MenuEntry> submenu() {
        return content().get().menu().stream().filter(Submenu.class::isInstance)
                .map(entry -> ((Submenu) entry).entries()).findFirst().orElseThrow();
    }

    @Test
    void eachStateHasItsPictureAndItsWords() {
        Live<TrayContent> content = content();
        assertThat(content.get().picture()).isEqualTo(TrayPicture.STOPPED);
        assertThat(content.get().tooltip()).isEqualTo("Wherry: Not set up yet");
        machine.set(machine(MachineState.STOPPED));
        assertThat(content.get().tooltip()).isEqualTo("Wherry: Stopped");
        machine.set(machine(MachineState.RUNNING));
        assertThat(content.get().picture()).isEqualTo(TrayPicture.RUNNING);
        assertThat(content.get().tooltip()).isEqualTo("Wherry: Running");
        machine.set(machine(MachineState.PAUSED));
        assertThat(content.get().picture()).isEqualTo(TrayPicture.PAUSED);
        assertThat(content.get().tooltip()).isEqualTo("Wherry: Paused");
        machine.set(machine(MachineState.FAILED));
        assertThat(content.get().picture()).isEqualTo(TrayPicture.ATTENTION);
        assertThat(content.get().tooltip()).isEqualTo("Wherry: Failed");
    }

    @Test
    void theBoatIsLoadedWhileTheMachineStarts() {
        Live<TrayContent> content = content();
        machine.set(starting(Stage.BOOT));
        assertThat(content.get().picture()).isEqualTo(TrayPicture.STARTING_1);
        assertThat(content.get().tooltip()).isEqualTo("Wherry: Starting: Booting Linux");
        machine.set(starting(Stage.ENGINE));
        assertThat(content.get().picture()).isEqualTo(TrayPicture.STARTING_2);
        machine.set(starting(Stage.FORWARD));
        assertThat(content.get().picture()).isEqualTo(TrayPicture.STARTING_3);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyStageIsToldInTheUsersLanguage(Stage stage) {
        Locale.setDefault(Locale.GERMAN);
        machine.set(starting(stage));
        assertThat(content().get().tooltip()).startsWith("Wherry: Startet: ").doesNotContain(stage.title());
    }

    @ParameterizedTest
    @EnumSource(MachineState.class)
    void everyStateHasAMenuInBothLanguages(MachineState state) {
        machine.set(machine(state));
        String english = content().get().menu().toString();
        Locale.setDefault(Locale.GERMAN);
        assertThat(content().get().menu().toString()).contains("Beenden").isNotEqualTo(english);
    }

    @Test
    void theMenuOffersWhatTheStateAllows() {
        assertThat(steering()).containsExactly(General.START);
        machine.set(machine(MachineState.STOPPED));
        assertThat(steering()).containsExactly(General.START);
        machine.set(starting(Stage.BOOT));
        assertThat(steering()).containsExactly(General.STOP);
        machine.set(machine(MachineState.RUNNING));
        assertThat(steering()).containsExactly(General.STOP, General.RESTART, General.PAUSE);
        machine.set(machine(MachineState.PAUSED));
        assertThat(steering()).containsExactly(General.RESUME, General.STOP);
        machine.set(machine(MachineState.STOPPING));
        assertThat(steering()).isEmpty();
        machine.set(machine(MachineState.FAILED));
        assertThat(steering()).containsExactly(General.START);
    }

    @Test
    void theWindowTheSettingsAndTheEndAreAlwaysOffered() {
        assertThat(items(content().get().menu())).endsWith(General.OPEN_WINDOW, General.COPY_DOCKER_HOST,
                General.SETTINGS, General.CHECK, General.ABOUT, General.QUIT);
    }

    @Test
    void shellAndContainersAreThereWhileTheEngineAnswers() {
        Live<TrayContent> content = content();
        assertThat(items(content.get().menu())).doesNotContain(General.SHELL);
        assertThat(content.get().menu()).noneMatch(Submenu.class::isInstance);
        machine.set(machine(MachineState.RUNNING));
        assertThat(items(content.get().menu())).contains(General.SHELL);
        assertThat(submenu()).containsExactly(new Note("No running containers"));
    }

    @Test
    void runningContainersAreListedWithWhatCanBeDoneToThem() {
        machine.set(machine(MachineState.RUNNING, port("web", "127.0.0.1:8080", 80), port("web", "[::1]:8080", 80),
                port("web", "192.168.1.2:8443", 8443), conflict("web", "127.0.0.1:9090"),
                port("db", "127.0.0.1:5432", 5432)));
        containers.set(new Listing<>(true, List.of(Reports.container("web", "running"),
                Reports.container("old", "exited"), Reports.container("app", "running"))));
        assertThat(content().get().menu()).contains(new Submenu("Containers", List.of(
                new Submenu("app", List.of(
                        new Item("Shell", new TrayAction.ContainerShell("id-of-app", "app")),
                        new Item("Logs", new TrayAction.ContainerLogs("id-of-app", "app")),
                        new Item("Stop", new TrayAction.StopContainer("id-of-app", "app")))),
                new Submenu("web", List.of(
                        new Item("Open localhost:8080", new TrayAction.OpenPort("http://localhost:8080")),
                        new Item("Open 192.168.1.2:8443", new TrayAction.OpenPort("https://192.168.1.2:8443")),
                        new Item("Shell", new TrayAction.ContainerShell("id-of-web", "web")),
                        new Item("Logs", new TrayAction.ContainerLogs("id-of-web", "web")),
                        new Item("Stop", new TrayAction.StopContainer("id-of-web", "web")))))));
    }

    @Test
    void theRestOfManyContainersIsInTheWindow() {
        machine.set(machine(MachineState.RUNNING));
        containers.set(containers(IntStream.range(0, 300).mapToObj("c%03d"::formatted).toArray(String[]::new)));
        assertThat(submenu()).hasSize(TrayMenu.MOST_CONTAINERS + 1)
                .last().isEqualTo(new Item("More…", General.OPEN_WINDOW));
        assertThat(content().get().tooltip()).isEqualTo("Wherry: Running, 300 containers");
    }

    @Test
    void aPortInConflictNeedsAttention() {
        containers.set(containers("web"));
        machine.set(machine(MachineState.RUNNING, conflict("web", "127.0.0.1:8080")));
        TrayContent content = content().get();
        assertThat(content.picture()).isEqualTo(TrayPicture.ATTENTION);
        assertThat(content.menu()).first().isEqualTo(new Note("Port 127.0.0.1:8080 is not reachable"));
        assertThat(steering()).contains(General.STOP);
    }

    @Test
    void aLostAgentNeedsAttentionAndOffersNothingThatItWouldDo() {
        machine.set(withoutAgent(machine(MachineState.RUNNING)));
        assertThat(content().get().picture()).isEqualTo(TrayPicture.ATTENTION);
        assertThat(content().get().tooltip()).isEqualTo("Wherry: Wherry's agent does not answer");
        assertThat(steering()).isEmpty();
    }

    @Test
    void aNewerVersionIsInTheMenuWhileItIsAnnounced() {
        Live<TrayContent> content = content();
        assertThat(items(content.get().menu())).doesNotContain(General.UPDATES);
        updates.set(new UpdateView(List.of(new Update(Update.Kind.PROGRAM, "2.0", "1.0", "", "")), new Look.Never()));
        assertThat(content.get().menu()).contains(new Item("Wherry 2.0 is there…", General.UPDATES));
        updates.set(new UpdateView(List.of(), new Look.Never()));
        assertThat(items(content.get().menu())).doesNotContain(General.UPDATES);
    }
}
