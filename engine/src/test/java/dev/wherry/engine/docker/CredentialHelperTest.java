// Passwords from the programs that keep them.
package dev.wherry.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CredentialHelperTest {

    @TempDir
    private Path folder;

    @Test
    void theProgramIsAskedForTheRegistryOnItsInput() throws IOException {
        CredentialHelper helper = program("""
                read registry
                echo "{\\"ServerURL\\":\\"$registry\\",\\"Username\\":\\"$1\\",\\"Secret\\":\\"pw\\"}"
                """);
        assertThat(helper.login("ghcr.io")).contains(RegistryLogins.withPassword("ghcr.io", "get", "pw"));
    }

    @Test
    void aTokenIsNoPassword() throws IOException {
        assertThat(program("echo '{\"Username\":\"<token>\",\"Secret\":\"t\"}'").login("ghcr.io"))
                .contains(RegistryLogins.withToken("ghcr.io", "t"));
    }

    @Test
    void aProgramThatKnowsNothingIsNoFailure() throws IOException {
        assertThat(program("echo credentials not found in native keychain; exit 1").login("ghcr.io")).isEmpty();
    }

    @Test
    void aProgramThatFailsIsQuoted() {
        assertThatIOException().isThrownBy(() -> program("echo the keychain is locked; exit 1").login("ghcr.io"))
                .withMessageContainingAll("docker-credential-fake", "the keychain is locked", "docker login");
    }

    private CredentialHelper program(String script) throws IOException {
        Path file = folder.resolve("docker-credential-fake");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new CredentialHelper("fake", List.of(folder));
    }
}
