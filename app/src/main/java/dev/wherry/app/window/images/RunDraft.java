// A container as its form describes it, right or wrong.
package dev.wherry.app.window.images;

import java.util.List;

/**
 * What somebody has typed so far. Rows in which nothing is typed count for nothing.
 *
 * @param image       which to run
 * @param name        of the container
 * @param ports       to publish
 * @param variables   of the environment
 * @param mounts      what of the outside the container sees
 * @param command     what it runs, as a line
 * @param restart     its restart policy
 * @param autoRemove  whether it is removed when it ends
 */
public record RunDraft(String image, String name, List<Port> ports, List<Variable> variables, List<Mount> mounts,
        String command, Restart restart, boolean autoRemove) {

    /** When the engine starts a container again that has ended. */
    public enum Restart {
        NO("no"),
        ON_FAILURE("on-failure"),
        UNLESS_STOPPED("unless-stopped"),
        ALWAYS("always");

        private final String policy;

        Restart(String policy) {
            this.policy = policy;
        }

        /** What the engine calls it. */
        public String policy() {
            return policy;
        }
    }

    /** A port of the host, empty for any, and the container's port behind it. */
    public record Port(String host, String container, String type) {

        /** A row in which nothing is typed. */
        public static final Port BLANK = new Port("", "", "tcp");

        boolean blank() {
            return host.isBlank() && container.isBlank();
        }
    }

    /** A variable. */
    public record Variable(String name, String value) {

        /** A row in which nothing is typed. */
        public static final Variable BLANK = new Variable("", "");

        boolean blank() {
            return name.isBlank() && value.isEmpty();
        }
    }

    /** A folder or a volume, and where the container sees it. */
    public record Mount(String source, String target, boolean readOnly) {

        /** A row in which nothing is typed. */
        public static final Mount BLANK = new Mount("", "", false);

        boolean blank() {
            return source.isBlank() && target.isBlank();
        }
    }

    public RunDraft {
        ports = List.copyOf(ports);
        variables = List.copyOf(variables);
        mounts = List.copyOf(mounts);
    }

    /** Nothing is typed yet. */
    public static RunDraft of(String image) {
        return new RunDraft(image, "", List.of(), List.of(), List.of(), "", Restart.NO, false);
    }

    /** With another name. */
    public RunDraft withName(String other) {
        return new RunDraft(image, other, ports, variables, mounts, command, restart, autoRemove);
    }

    /** With other ports. */
    public RunDraft withPorts(List<Port> other) {
        return new RunDraft(image, name, other, variables, mounts, command, restart, autoRemove);
    }

    /** With other variables. */
    public RunDraft withVariables(List<Variable> other) {
        return new RunDraft(image, name, ports, other, mounts, command, restart, autoRemove);
    }

    /** With other mounts. */
    public RunDraft withMounts(List<Mount> other) {
        return new RunDraft(image, name, ports, variables, other, command, restart, autoRemove);
    }

    /** With another command. */
    public RunDraft withCommand(String other) {
        return new RunDraft(image, name, ports, variables, mounts, other, restart, autoRemove);
    }

    /** With another restart policy. */
    public RunDraft withRestart(Restart other) {
        return new RunDraft(image, name, ports, variables, mounts, command, other, autoRemove);
    }

    /** Removed when it ends, or not. */
    public RunDraft withAutoRemove(boolean other) {
        return new RunDraft(image, name, ports, variables, mounts, command, restart, other);
    }
}
