// What the machine's keys promise.
package dev.wherry.engine.guest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import dev.wherry.engine.host.PrivateFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestKeysTest {

    @TempDir
    private Path home;

    @Test
    void theSameKeysComeBackFromTheSameFolder() throws IOException {
        GuestKeys made = GuestKeys.loadOrCreate(home.resolve("keys"));
        GuestKeys loaded = GuestKeys.loadOrCreate(home.resolve("keys"));
        assertThat(loaded.authorizedKey()).isEqualTo(made.authorizedKey()).startsWith("ssh-ed25519 ");
        assertThat(loaded.hostKey()).isEqualTo(made.hostKey()).isNotEqualTo(made.authorizedKey());
    }

    @Test
    void onlyTheirOwnerMayReadThem() throws IOException {
        GuestKeys.loadOrCreate(home.resolve("keys"));
        for (String file : new String[]{"client-key", "host-key"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys").resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void opensshReadsThem() throws Exception {
        GuestKeys keys = GuestKeys.loadOrCreate(home);
        assertThat(publicKeyOf(home.resolve("client-key"))).startsWith(keys.authorizedKey());
        Path handedOver = home.resolve("handed-over");
        PrivateFiles.write(handedOver, keys.hostKeyFile().getBytes(US_ASCII));
        assertThat(publicKeyOf(handedOver)).startsWith(keys.hostKey());
    }

    @Test
    void aDamagedFileIsNamedAndKept() throws IOException {
        GuestKeys.loadOrCreate(home);
        Path file = home.resolve("host-key");
        for (String damage : new String[]{"", "nonsense", Files.readString(file).substring(0, 150)}) {
            Files.writeString(file, damage);
            assertThatThrownBy(() -> GuestKeys.loadOrCreate(home)).isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString()).hasMessageContaining("damaged");
            assertThat(file).hasContent(damage);
        }
    }

    private static String publicKeyOf(Path privateKey) throws IOException {
        Process keygen = new ProcessBuilder("ssh-keygen", "-y", "-f", privateKey.toString()).start();
        return keygen.inputReader().readLine();
    }
}
