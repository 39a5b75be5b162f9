// A data disk that this version would misread is refused, and left as it is.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("vm")
class DataDiskVmTest {

    @Test
    void aDiskOfAnotherStorageDriverOrANewerFormatIsRefusedAndItsContainersAreKept() throws Exception {
        try (Wherry wherry = new Wherry()) {
            wherry.run("up", "-q");
            assertThat(wherry.inGuest("cat /data/format")).isEqualToIgnoringNewLines("1 overlay2");
            wherry.inGuest("docker load -qi /usr/share/wherry/hello.tar && docker create --name kept wherry/hello");
            wherry.run("down", "-q");

            wherry.run("config", "set", "engine.storage-driver", "vfs");
            refused(wherry, "storage driver overlay2, and the settings ask for vfs");

            wherry.run("config", "unset", "engine.storage-driver");
            wherry.run("up", "-q");
            assertThat(wherry.inGuest("docker ps -aq --filter name=kept")).isNotBlank();
            // As a newer version would leave it.
            wherry.inGuest("echo '2 overlay2' >/data/format");
            wherry.run("down", "-q");

            refused(wherry, "has format 2, made by a newer version of Wherry; this one knows format 1");
        }
    }

    private static void refused(Wherry wherry, String why) throws Exception {
        Command.Result result = wherry.wherry("up").run();
        assertThat(result.stderr()).contains(why).contains("Nothing on the disk was changed");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(wherry.status().path("vm").isNull()).as("no VM is left").isTrue();
    }
}
