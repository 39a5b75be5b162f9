// Where programs stay, and where they do not.
package dev.wherry.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import dev.wherry.engine.host.Platform.Os;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramPlaceTest {

    private static final ProgramPlace MAC = new ProgramPlace(Os.MAC, Path.of("/var/folders/ab/cd/T"));
    private static final ProgramPlace LINUX = new ProgramPlace(Os.LINUX, Path.of("/home/me/scratch"));

    @ParameterizedTest
    @ValueSource(strings = {"/Applications/Wherry.app/Contents/MacOS/Wherry", "/Users/me/Applications/Wherry",
            "/opt/wherry/bin/Wherry", "/tmpfiles/Wherry"})
    void installedProgramsStay(String program) {
        assertThat(MAC.obstacle(Path.of(program))).isEmpty();
        assertThat(LINUX.obstacle(Path.of(program))).isEmpty();
    }

    @Test
    void aDiskImageIsNoPlaceToStay() {
        Path program = Path.of("/Volumes/Wherry 1.0/Wherry.app/Contents/MacOS/Wherry");
        assertThat(MAC.obstacle(program))
                .hasValueSatisfying(why -> assertThat(why).contains("disk").contains("Applications"));
        assertThat(LINUX.obstacle(program)).isEmpty();
    }

    @Test
    void aTranslocatedAppIsToldFromOtherTemporaryOnes() {
        assertThat(MAC.obstacle(Path.of(
                "/private/var/folders/ab/cd/T/AppTranslocation/11AA-22/d/Wherry.app/Contents/MacOS/Wherry")))
                .hasValueSatisfying(why -> assertThat(why).contains("Finder"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tmp/wherry/bin/Wherry", "/var/tmp/Wherry", "/opt/../tmp/Wherry"})
    void temporaryFoldersAreNoPlaceToStay(String program) {
        assertThat(LINUX.obstacle(Path.of(program)))
                .hasValueSatisfying(why -> assertThat(why).contains("temporary").contains("install"));
    }

    @Test
    void theUsersOwnTemporaryFolderCounts() {
        assertThat(LINUX.obstacle(Path.of("/home/me/scratch/Wherry"))).isPresent();
        assertThat(MAC.obstacle(Path.of("/var/folders/ab/cd/T/Wherry"))).isPresent();
    }
}
