// Files of a container that is not there, browsed and copied.
package dev.wherry.app.window.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesModelTest {

    private final List<Failure> failures = new CopyOnWriteArrayList<>();
    private final Jobs jobs = new Jobs(failures::add);
    private FakeMachine machine;
    private FilesModel model;

    @BeforeEach
    void start() throws IOException {
        machine = FakeMachine.running(2);
        machine.docker().run("web", "nginx");
        model = new FilesModel(new ContainerTree(machine.docker().client(), "web"), jobs);
    }

    @AfterEach
    void stop() throws IOException {
        model.close();
        jobs.close();
        machine.close();
    }

    private FolderView open(String path) {
        model.open(path);
        return read();
    }

    private FolderView read() {
        await().until(() -> !model.folder().get().loading());
        return model.folder().get();
    }

    private FileItem item(String name) {
        return read().items().stream().filter(item -> item.name().equals(name)).findFirst().orElseThrow();
    }

    private void finish(Job job) throws InterruptedException {
        assertThat(job.join(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void foldersComeFirst() {
        assertThat(open("/app").items()).extracting(FileItem::name).containsExactly("config", "README.md");
    }

    @Test
    void goesDownAndUp() {
        open("/");
        assertThat(open("app/config").path()).isEqualTo("/app/config");
        model.up();
        assertThat(read().path()).isEqualTo("/app");
        assertThat(open("/").path()).isEqualTo("/");
        model.up();
        assertThat(read().path()).isEqualTo("/");
    }

    @Test
    void listsAStoppedContainerToo() {
        machine.docker().container("web").exit(0);
        assertThat(open("/app").items()).extracting(FileItem::name).contains("README.md");
    }

    @Test
    void tellsWhereALinkLeads() {
        open("/bin");
        await().untilAsserted(() -> assertThat(item("sh").target()).isEqualTo("/bin/busybox"));
    }

    @Test
    void saysInWordsThatThereIsNoSuchFolder() {
        machine.docker().container("web").exit(0);
        Failure failure = open("/nowhere").failure();
        assertThat(failure).isNotNull();
        assertThat(failure.cause()).contains("/nowhere").doesNotContain("HTTP");
    }

    @Test
    void looksIntoATextFile() throws Exception {
        open("/app");
        CompletableFuture<FilePreview> shown = new CompletableFuture<>();
        model.enter(item("README.md"), shown::complete);
        FilePreview preview = shown.get(20, TimeUnit.SECONDS);
        assertThat(preview.isText()).isTrue();
        assertThat(preview.text()).startsWith("# web");
    }

    @Test
    void doesNotShowAProgramAsText() throws Exception {
        open("/bin");
        CompletableFuture<FilePreview> shown = new CompletableFuture<>();
        model.enter(item("busybox"), shown::complete);
        assertThat(shown.get(20, TimeUnit.SECONDS).isText()).isFalse();
    }

    @Test
    void downloadsFilesAndFolders(@TempDir Path here) throws Exception {
        open("/app");
        finish(model.download(List.of(item("README.md"), item("config")), here));
        assertThat(failures).isEmpty();
        assertThat(here.resolve("README.md")).content().startsWith("# web");
        assertThat(here.resolve("config/settings.yaml")).exists();
    }

    @Test
    void uploadsAndShowsWhatHasCome(@TempDir Path here) throws Exception {
        open("/tmp");
        Files.writeString(here.resolve("new.txt"), "hello");
        finish(model.upload(List.of(here.resolve("new.txt"))));
        assertThat(failures).isEmpty();
        await().untilAsserted(() -> assertThat(item("new.txt").entry().size()).isEqualTo(5));
    }

    @Test
    void makesAFolder() throws Exception {
        open("/tmp");
        finish(model.makeFolder("fresh"));
        assertThat(failures).isEmpty();
        await().untilAsserted(() -> assertThat(read().items()).extracting(FileItem::name).contains("fresh"));
    }

    @Test
    void refusesAFolderThatIsElsewhere() throws Exception {
        open("/tmp");
        finish(model.makeFolder("../etc"));
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure.cause()).contains("../etc"));
    }

    @Test
    void deletesByTheContainersOwnMeansAndTellsWhatTheySay() throws Exception {
        open("/app");
        List<List<String>> commands = new CopyOnWriteArrayList<>();
        machine.docker().onExec((command, in, out) -> {
            commands.add(command);
            return command.getLast().endsWith("config") ? 1 : 0;
        });
        finish(model.delete(List.of(item("README.md"))));
        assertThat(commands).contains(List.of("rm", "-rf", "--", "/app/README.md"));
        assertThat(failures).isEmpty();
        finish(model.delete(List.of(new FileItem("/app/config", item0().entry(), ""))));
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure.cause()).contains("/app/config"));
    }

    private FileItem item0() {
        machine.docker().mend();
        return open("/etc").items().getFirst();
    }
}
