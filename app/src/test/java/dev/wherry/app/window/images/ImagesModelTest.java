// The list of images and what is known of one, before a machine that is not there.
package dev.wherry.app.window.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.wherry.app.model.Job;
import dev.wherry.app.window.DeskTest;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImagesModelTest extends DeskTest {

    private ImagesModel model;

    @BeforeEach
    void start() {
        machine.docker().withImages(5);
        machine.docker().run("web", "nginx");
        become(MachineState.RUNNING);
        model = new ImagesModel(desk);
        scope.add(model);
        await().until(() -> model.images().get().total() == 6);
    }

    private List<String> names() {
        return model.images().get().shown().stream().map(ImageRow::name).toList();
    }

    private ImageRow row(String name) {
        return model.images().get().shown().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    private ImageRow nameless() {
        return model.images().get().shown().stream().filter(row -> row.tag().isEmpty()).findFirst().orElseThrow();
    }

    @Test
    void anImageIsListedUnderEachOfItsNamesAndOneWithoutAnyByItsId() {
        model.actions().tag(row("nginx:latest"), "acme/web:1");
        await().until(() -> names().contains("acme/web:1"));
        assertThat(row("acme/web:1").id()).isEqualTo(row("nginx:latest").id());
        assertThat(row("acme/web:1").users()).containsExactly("web");
        assertThat(nameless().name()).isEqualTo(nameless().shortId()).hasSize(12);
    }

    @Test
    void whatIsLookedForIsFoundByNameIdAndUser() {
        model.wanted().set("SERVICE-2");
        assertThat(names()).containsExactly("registry.example.com/team/service-2:1.2");
        model.wanted().set("web");
        assertThat(names()).containsExactly("nginx:latest");
        model.wanted().set("");
        String id = nameless().shortId();
        model.wanted().set(id);
        assertThat(names()).containsExactly(id);
        model.wanted().set("nowhere");
        assertThat(model.images().get().shown()).isEmpty();
        assertThat(model.images().get().total()).isEqualTo(6);
    }

    @Test
    void ofSeveralImagesThoseInUseStayAndTheOthersGo() {
        Job job = model.actions().remove(List.of(row("nginx:latest"), nameless(),
                row("registry.example.com/team/service-0:1.0")), false);
        await().until(() -> job.state().get().ended() && model.images().get().total() == 4);
        assertThat(names()).contains("nginx:latest");
        assertThat(desk.failures().get()).singleElement().satisfies(failure -> {
            assertThat(failure.what()).isEqualTo("Remove 3 images");
            assertThat(failure.cause()).startsWith("nginx:latest: ").contains("is using its referenced image");
        });
    }

    @Test
    void forceRemovesWhatAStoppedContainerUses() {
        machine.docker().container("web").exit(0);
        model.actions().remove(List.of(row("nginx:latest")), true);
        await().until(() -> !names().contains("nginx:latest"));
        assertThat(desk.failures().get()).isEmpty();
    }

    @Test
    void pruningTakesTheNamelessOrAllThatNobodyUses() {
        AtomicLong freed = new AtomicLong();
        long size = nameless().size();
        model.actions().prune(false, freed::set);
        await().until(() -> freed.get() == size && model.images().get().total() == 5);
        model.actions().prune(true, freed::set);
        await().until(() -> names().equals(List.of("nginx:latest")));
    }

    @Test
    void anEngineThatIsDownIsToldFromOneWithoutImages() {
        become(MachineState.STOPPED);
        await().until(() -> !model.images().get().known());
    }

    @Test
    void ofOneImageItIsKnownWhatItRunsAndHowItWasMade() {
        ImageModel one = new ImageModel(desk, row("nginx:latest").id());
        scope.add(one);
        await().until(() -> !one.facts().get().isEmpty());
        ImageModel.Facts facts = one.facts().get().getFirst();
        assertThat(facts.names()).first().isEqualTo("nginx:latest");
        assertThat(facts.platform()).isEqualTo("linux/amd64");
        assertThat(facts.command()).containsExactly("/bin/sh");
        assertThat(facts.ports()).containsExactly("80/tcp");
        assertThat(facts.layers()).hasSize(2);
    }
}
