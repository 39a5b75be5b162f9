// Before a machine that is not there: what the models of a container's page have in common.
package dev.wherry.app.window.container;

import static org.awaitility.Awaitility.await;

import java.io.IOException;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.fake.FakeContainer;
import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.model.Scope;
import dev.wherry.engine.docker.Containers;
import dev.wherry.engine.machine.MachineFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A desk, and one running container called web. */
abstract class ModelTest {

    final Scope scope = new Scope();
    FakeMachine machine;
    FakeContainer web;
    Desk desk;
    ContainerModel model;

    @BeforeEach
    final void open() throws IOException {
        machine = FakeMachine.running(0);
        web = machine.docker().run("web", "nginx");
        desk = new Desk(machine.directories(), MachineFiles.DEFAULT_NAME);
        model = new ContainerModel(desk, web.id());
        scope.add(model);
        await().until(() -> model.glance().get().up());
    }

    @AfterEach
    final void close() throws IOException {
        scope.close();
        desk.close();
        machine.close();
    }

    final Containers containers() {
        return new Containers(desk.engine().client());
    }
}
