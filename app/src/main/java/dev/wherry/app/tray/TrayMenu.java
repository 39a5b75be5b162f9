// The tray's menu as the machine's state allows.
package dev.wherry.app.tray;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.wherry.app.text.Texts;
import dev.wherry.app.tray.MenuEntry.Item;
import dev.wherry.app.tray.MenuEntry.Note;
import dev.wherry.app.tray.MenuEntry.Separator;
import dev.wherry.app.tray.MenuEntry.Submenu;
import dev.wherry.app.tray.TrayAction.General;
import dev.wherry.app.updates.Update;
import dev.wherry.app.updates.UpdateWords;
import dev.wherry.app.watch.Listing;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.docker.ContainerSummary;

/** Makes the menu. */
final class TrayMenu {

    /** More containers than this are better looked at in the window. */
    static final int MOST_CONTAINERS = 20;

    private final Texts texts = Texts.of(TrayMenu.class);
    private final UpdateWords updateWords = new UpdateWords();

    /**
     * The menu of one moment.
     *
     * @param updates the newer versions to tell of
     * @param state   the machine's state in a line
     */
    List<MenuEntry> of(MachineView machine, Listing<ContainerSummary> containers, List<Update> updates, String state) {
        List<MenuEntry> menu = new ArrayList<>();
        menu.add(new Note(state));
        steering(machine).map(this::item).forEach(menu::add);
        menu.add(new Separator());
        menu.add(item(General.OPEN_WINDOW));
        if (machine.engineAnswers()) {
            menu.add(new Submenu(texts.get("containers"), containers(machine.report(), containers)));
            menu.add(item(General.SHELL));
        }
        menu.add(item(General.COPY_DOCKER_HOST));
        menu.add(new Separator());
        if (!updates.isEmpty()) {
            menu.add(new Item(texts.get("updates", updateWords.headline(updates)), General.UPDATES));
        }
        Stream.of(General.SETTINGS, General.CHECK, General.ABOUT).map(this::item).forEach(menu::add);
        menu.add(new Separator());
        menu.add(item(General.QUIT));
        return menu;
    }

    private static Stream<General> steering(MachineView machine) {
        if (machine.lost() != null) {
            return Stream.of();
        }
        return switch (machine.state()) {
            case ABSENT, STOPPED, FAILED -> Stream.of(General.START);
            case STARTING -> Stream.of(General.STOP);
            case RUNNING -> Stream.of(General.STOP, General.RESTART, General.PAUSE);
            case PAUSED -> Stream.of(General.RESUME, General.STOP);
            case STOPPING -> Stream.of();
        };
    }

    /** The containers that run. */
    static Stream<ContainerSummary> running(Listing<ContainerSummary> containers) {
        return containers.items().stream().filter(container -> container.state().equals("running"));
    }

    private List<MenuEntry> containers(MachineReport report, Listing<ContainerSummary> containers) {
        List<ContainerSummary> running = running(containers)
                .sorted(Comparator.comparing(ContainerSummary::name).thenComparing(ContainerSummary::id)).toList();
        if (running.isEmpty()) {
            return List.of(new Note(texts.get("containers.none")));
        }
        List<MenuEntry> entries = new ArrayList<>();
        running.stream().limit(MOST_CONTAINERS).map(each -> container(report, each)).forEach(entries::add);
        if (running.size() > MOST_CONTAINERS) {
            entries.add(new Item(texts.get("containers.more"), General.OPEN_WINDOW));
        }
        return entries;
    }

    private MenuEntry container(MachineReport report, ContainerSummary container) {
        String id = container.id();
        String name = container.name();
        List<MenuEntry> entries = new ArrayList<>();
        PortUrl.of(report, name).forEach(url -> entries.add(
                new Item(texts.get("container.open", url.authority()), new TrayAction.OpenPort(url.toString()))));
        entries.add(new Item(texts.get("container.shell"), new TrayAction.ContainerShell(id, name)));
        entries.add(new Item(texts.get("container.logs"), new TrayAction.ContainerLogs(id, name)));
        entries.add(new Item(texts.get("container.stop"), new TrayAction.StopContainer(id, name)));
        return new Submenu(name, entries);
    }

    private Item item(General action) {
        return new Item(texts.get("action." + action), action);
    }
}
