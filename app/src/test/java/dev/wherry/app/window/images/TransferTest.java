// Images on their way from and to a registry, and builds, before a machine that is not there.
package dev.wherry.app.window.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.wherry.app.fake.Transfers.Kind;
import dev.wherry.app.model.Job;
import dev.wherry.app.window.DeskTest;
import dev.wherry.engine.docker.TransferProgress.Layer;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferTest extends DeskTest {

    @TempDir
    Path folder;

    private ImagesModel model;

    @BeforeEach
    void start() {
        become(MachineState.RUNNING);
        model = new ImagesModel(desk);
        scope.add(model);
        await().until(() -> model.images().get().known());
    }

    private static boolean half(Transfer transfer) {
        List<Layer> layers = transfer.progress().get().layers();
        return layers.size() == 3 && layers.stream()
                .allMatch(layer -> layer.status().equals("Downloading") && layer.current() * 2 == layer.total());
    }

    @Test
    void aPullTellsHowFarEachLayerIsAndHowFarAllAre() {
        machine.docker().transfers().hold(Kind.PULL);
        Transfer pull = model.actions().pull("nginx");
        await().until(() -> half(pull));
        assertThat(pull.job().state().get()).isInstanceOfSatisfying(Job.Running.class, running -> {
            assertThat(running.fraction()).isBetween(0.3, 0.5);
            assertThat(running.detail()).isEqualTo("0 of 3 layers");
        });
        machine.docker().transfers().release(Kind.PULL);
        await().until(() -> pull.job().state().get() instanceof Job.Done);
        assertThat(pull.progress().get().fraction()).isEqualTo(1);
        await().until(() -> model.images().get().shown().stream().anyMatch(row -> row.name().equals("nginx:latest")));
    }

    @Test
    void aCancelledPullEndsAndIsNoFailure() {
        machine.docker().transfers().hold(Kind.PULL);
        Transfer pull = model.actions().pull("nginx");
        await().until(() -> half(pull));
        pull.job().cancel();
        await().until(() -> pull.job().state().get() instanceof Job.Cancelled);
        assertThat(desk.failures().get()).isEmpty();
        assertThat(model.images().get().total()).isZero();
    }

    @Test
    void aPullThatBreaksOffIsAFailure() {
        machine.docker().transfers().fail(Kind.PULL, "unexpected EOF");
        Transfer pull = model.actions().pull("nginx");
        await().until(() -> pull.job().state().get() instanceof Job.Failed);
        assertThat(desk.failures().get()).singleElement()
                .satisfies(failure -> assertThat(failure.cause()).contains("unexpected EOF"));
    }

    @Test
    void anImageIsTaggedForItsRegistryAndPushed() {
        machine.docker().withImages(1);
        become(MachineState.STOPPED);
        become(MachineState.RUNNING);
        await().until(() -> model.images().get().total() == 1);
        model.actions().tag(model.images().get().shown().getFirst(), "ghcr.io/acme/web:2");
        await().until(() -> model.images().get().total() == 2);
        ImageRow tagged = model.images().get().shown().stream().filter(row -> row.tag().equals("2")).findFirst()
                .orElseThrow();
        Transfer push = model.actions().push(tagged);
        await().until(() -> push.job().state().get() instanceof Job.Done);
        assertThat(push.progress().get().layers()).allMatch(Layer::done);
        assertThat(machine.docker().requests()).anyMatch(request -> request.startsWith("POST /images/ghcr.io")
                && request.endsWith("/push?tag=2"));
    }

    @Test
    void aBuildIsFollowedLineByLine() throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), "FROM alpine:3.20\n");
        machine.docker().transfers().hold(Kind.BUILD);
        Build build = model.build(BuildDraft.BLANK.withFolder(folder.toString()).withTag("team/web:1.0")
                .withArguments(List.of(new RunDraft.Variable("VERSION", "7"))));
        await().until(() -> build.log().text().contains("Step 2/4 : COPY . /app"));
        assertThat(model.build().get()).contains(build);
        machine.docker().transfers().release(Kind.BUILD);
        await().until(() -> build.job().state().get() instanceof Job.Done);
        assertThat(build.log().from(build.log().size().get() - 1)).containsExactly("Successfully tagged team/web:1.0");
        assertThat(machine.docker().requests()).anyMatch(request -> request.startsWith("POST /build?")
                && request.contains("VERSION"));
    }

    @Test
    void aBuildThatFailsKeepsItsLog() throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), "FROM alpine:3.20\n");
        machine.docker().transfers().fail(Kind.BUILD, "process \"/bin/sh -c make\" returned a non-zero code: 2");
        Build build = model.build(BuildDraft.BLANK.withFolder(folder.toString()));
        await().until(() -> build.job().state().get() instanceof Job.Failed);
        assertThat(build.log().text()).contains("Step 1/4");
        assertThat(desk.failures().get()).singleElement()
                .satisfies(failure -> assertThat(failure.cause()).contains("returned a non-zero code: 2"));
    }
}
