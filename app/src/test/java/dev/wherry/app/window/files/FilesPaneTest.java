// Somebody browses the files of a container that is not there.
package dev.wherry.app.window.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.window.WindowTest;
import org.junit.jupiter.api.Test;

class FilesPaneTest extends WindowTest {

    private void browse(String folder) throws Exception {
        open(FakeMachine.running(3));
        machine().docker().run("web", "nginx");
        onScreen(() -> {
            FilesPane pane = new FilesPane(window(), new ContainerTree(machine().docker().client(), "web"));
            pane.setPrefSize(900, 560);
            pane.getStyleClass().add("dialog-box");
            window().dialog(pane);
            pane.open(folder);
            return pane;
        });
        await("files").until(() -> !names().isEmpty());
        onScreen(() -> {
            table().requestFocus();
            return table();
        });
    }

    private TableView<?> table() {
        return find("#files-table", TableView.class);
    }

    private List<String> names() {
        return table().getItems().stream().map(item -> ((FileItem) item).name()).toList();
    }

    @Test
    void enterOpensAFolderAndBackspaceGoesUp() throws Exception {
        browse("/app");
        assertThat(names()).containsExactly("config", "README.md");
        screenshot("files-light");
        press(KeyCode.ENTER);
        await("config").untilAsserted(() -> assertThat(names()).containsExactly("settings.yaml"));
        press(KeyCode.BACK_SPACE);
        await("app").untilAsserted(() -> assertThat(names()).containsExactly("config", "README.md"));
    }

    @Test
    void aPathCanBeTyped() throws Exception {
        browse("/");
        robot.clickOn("#files-path-edit");
        find("#files-path", TextField.class);
        robot.write("/etc").push(KeyCode.ENTER);
        await("etc").untilAsserted(() -> assertThat(names()).contains("os-release"));
    }

    @Test
    void aFilterLeavesWhatFits() throws Exception {
        browse("/etc");
        robot.clickOn("#files-filter").write("HOST");
        await("one").untilAsserted(() -> assertThat(names()).containsExactly("hostname"));
    }

    @Test
    void enterShowsATextFile() throws Exception {
        browse("/app/config");
        press(KeyCode.ENTER);
        assertThat(find("#file-preview", TextArea.class).getText()).contains("workers: 4");
    }
}
