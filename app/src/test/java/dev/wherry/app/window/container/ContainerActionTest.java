// What can be done with a container as a whole.
package dev.wherry.app.window.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wherry.app.window.container.ContainerGlance.Presence;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.Test;

class ContainerActionTest extends ModelTest {

    @Test
    void everyActionLeadsToTheStateThatOffersTheNext() throws Exception {
        act(ContainerAction.PAUSE, "paused");
        act(ContainerAction.UNPAUSE, "running");
        act(ContainerAction.RESTART, "running");
        act(ContainerAction.STOP, "exited");
        act(ContainerAction.START, "running");
    }

    private void act(ContainerAction action, String state) throws Exception {
        await().until(() -> ContainerAction.in(model.glance().get().state()).contains(action));
        action.apply(containers(), web.id());
        await().until(() -> model.glance().get().state().equals(state));
    }

    @Test
    void aRemovedContainerIsGoneButItsNameIsKnown() throws Exception {
        ContainerAction.REMOVE.apply(containers(), web.id());
        await().until(() -> model.glance().get().presence() == Presence.GONE);
        assertThat(model.name()).isEqualTo("web");
        assertThat(ContainerAction.in(model.glance().get().state())).isEmpty();
    }

    @Test
    void whileTheEngineIsDownNothingCanBeDone() throws Exception {
        machine.agent().become(MachineState.STOPPED);
        await().until(() -> model.glance().get().presence() == Presence.UNKNOWN);
        assertThat(ContainerAction.in(model.glance().get().state())).isEmpty();
        assertThat(model.name()).isEqualTo("web");
    }
}
