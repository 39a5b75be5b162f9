// A way into a volume: a container that mounts it and is never started.
package dev.wherry.engine.docker;

/** What Wherry makes to look into volumes is told by its label from what users have made. */
final class VolumeMount {

    /** Label of the containers and images that Wherry makes for itself. */
    static final String LABEL = "dev.wherry.helper";

    private VolumeMount() {
    }
}
