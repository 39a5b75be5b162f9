// Where docker clients find the engine on each system.
package dev.wherry.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import dev.wherry.engine.host.Platform.Os;
import org.junit.jupiter.api.Test;

class PipeNameTest {

    @Test
    void eachMachineHasItsPipe() {
        assertThat(PipeName.of(Path.of("/run/wherry/docker.sock"))).isEqualTo("wherry");
        assertThat(PipeName.of(Path.of("/run/wherry/docker-work.sock"))).isEqualTo("wherry-work");
        assertThat(PipeName.of(Path.of("/run/wherry/docker-docker.sock.sock"))).isEqualTo("wherry-docker.sock");
    }

    @Test
    void dockerIsToldOfItInItsOwnWords() {
        Path socket = Path.of("/run/docker-work.sock");
        assertThat(PipeName.url(socket, Os.WINDOWS)).isEqualTo("npipe:////./pipe/wherry-work");
        assertThat(PipeName.url(socket, Os.LINUX)).isEqualTo("unix:///run/docker-work.sock");
        assertThat(PipeName.url(socket, Os.MAC)).isEqualTo("unix:///run/docker-work.sock");
    }
}
