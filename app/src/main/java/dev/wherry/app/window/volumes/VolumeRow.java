// One line of the list of volumes.
package dev.wherry.app.window.volumes;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.VolumeSummary;

/**
 * A volume.
 *
 * @param name      its name
 * @param anonymous whether the engine made the name up
 * @param driver    who keeps it
 * @param size      of what is in it, in bytes; {@link VolumeSummary#UNKNOWN} while nobody has counted
 * @param created   when it was made
 * @param users     names of the containers that mount it, those that are stopped too
 */
public record VolumeRow(String name, boolean anonymous, String driver, long size, Instant created,
        List<String> users) {

    private static final int SHORT = 12;

    public VolumeRow {
        users = List.copyOf(users);
    }

    static VolumeRow of(VolumeSummary volume, long size, List<ContainerSummary> containers) {
        boolean madeUp = volume.anonymous() || volume.name().matches("[0-9a-f]{64}");
        return new VolumeRow(volume.name(), madeUp, volume.driver(), size, volume.created(),
                volume.users(containers).stream().map(ContainerSummary::name).sorted().toList());
    }

    /** Its name, but of a name that was made up its beginning. */
    public String shortName() {
        return anonymous && name.length() > SHORT ? name.substring(0, SHORT) + "…" : name;
    }

    /** Whether its size is known. */
    public boolean counted() {
        return size != VolumeSummary.UNKNOWN;
    }

    Stream<String> words() {
        return Stream.concat(Stream.of(name), users.stream());
    }
}
