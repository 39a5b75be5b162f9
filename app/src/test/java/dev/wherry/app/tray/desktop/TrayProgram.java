// An app that is nothing but its tray.
package dev.wherry.app.tray.desktop;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.wherry.app.model.Live;
import dev.wherry.app.tray.MenuEntry.Item;
import dev.wherry.app.tray.MenuEntry.Note;
import dev.wherry.app.tray.Notice;
import dev.wherry.app.tray.NoticeKind;
import dev.wherry.app.tray.TrayAction.General;
import dev.wherry.app.tray.TrayActions;
import dev.wherry.app.tray.TrayContent;
import dev.wherry.app.tray.TrayPicture;
import dev.wherry.engine.host.Platform.Os;

/** Prints what happens to its tray; is told by lines of input what to show; ends with its input. */
final class TrayProgram {

    private TrayProgram() {
    }

    public static void main(String[] arguments) throws Exception {
        Live<TrayContent> content = new Live<>(new TrayContent(TrayPicture.RUNNING, "Wherry: Running",
                List.of(new Note("Running"), new Item("Stop", General.STOP), new Item("Quit", General.QUIT))));
        TrayActions actions = action -> System.out.println(action);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (DesktopTray tray = DesktopTray.open(Os.LINUX, System.getenv(), content, actions)) {
            tray.shown().listen(() -> System.out.println("shown " + tray.shown().get()));
            String line = input.readLine();
            while (line != null) {
                if (line.equals("tell")) {
                    tray.tell(new Notice(NoticeKind.PORT_CONFLICT, "Port 8080 is not reachable", "web"));
                } else {
                    content.set(new TrayContent(TrayPicture.valueOf(line), "Wherry: " + line, content.get().menu()));
                }
                line = input.readLine();
            }
        }
        System.exit(0);
    }
}
