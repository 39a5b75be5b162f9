// Legal and illegal ways through the states, and what listeners hear.
package dev.wherry.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private final Lifecycle lifecycle = new Lifecycle(Clock.systemUTC(), MachineState.STOPPED);

    @AfterEach
    void close() {
        lifecycle.close();
    }

    @Test
    void aWholeLifeIsHeardInOrderWithItsStages() {
        List<String> heard = new ArrayList<>();
        lifecycle.addListener(s -> heard.add(s.stage() == null ? s.state().name() : s.stage().name()));
        lifecycle.enter(Stage.CHECK);
        lifecycle.enter(Stage.BOOT);
        lifecycle.become(MachineState.RUNNING);
        lifecycle.become(MachineState.STOPPING);
        lifecycle.become(MachineState.STOPPED);
        lifecycle.close();
        assertThat(heard).containsExactly("CHECK", "BOOT", "RUNNING", "STOPPING", "STOPPED");
    }

    @Test
    void aStoppedMachineCannotRunWithoutStarting() {
        assertThatThrownBy(() -> lifecycle.become(MachineState.RUNNING))
                .hasMessageContaining("STOPPED cannot become RUNNING");
        assertThat(lifecycle.status().state()).isEqualTo(MachineState.STOPPED);
    }

    @Test
    void aListenerMayChangeTheStateAndOthersHearItAfterwards() {
        List<MachineState> heard = new CopyOnWriteArrayList<>();
        lifecycle.addListener(s -> {
            if (s.state() == MachineState.STARTING) {
                lifecycle.become(MachineState.STOPPING);
            }
        });
        lifecycle.addListener(s -> heard.add(s.state()));
        lifecycle.enter(Stage.BOOT);
        await().untilAsserted(() -> assertThat(heard).containsExactly(MachineState.STARTING, MachineState.STOPPING));
    }

    @Test
    void aListenerThatFailsDisturbsNobody() {
        List<MachineState> heard = new ArrayList<>();
        lifecycle.addListener(s -> {
            throw new IllegalArgumentException("mine");
        });
        lifecycle.addListener(s -> heard.add(s.state()));
        lifecycle.enter(Stage.BOOT);
        lifecycle.close();
        assertThat(heard).containsExactly(MachineState.STARTING);
    }

    @Test
    void noStateIsADeadEnd() {
        for (MachineState from : MachineState.values()) {
            assertThat(MachineState.values()).as("ways out of " + from).anyMatch(from::mayBecome);
        }
    }

    @Test
    void stagesCoverTheWholeBarInOrder() {
        double last = -1;
        for (Stage stage : Stage.values()) {
            assertThat(stage.fraction()).isGreaterThan(last).isLessThan(1);
            last = stage.fraction();
        }
    }
}
