// Where published ports are found on the host, and who may reach them.
package dev.wherry.engine.forward;

import java.util.Map;

/**
 * The user's word on published ports. A port that a container publishes on a loopback address stays there whatever is said here.
 *
 * @param isOpen whether other computers reach ports that have no rule
 * @param rules  of single ports, by the number that is published
 */
public record PortPolicy(boolean isOpen, Map<Integer, Rule> rules) {

    /** For this computer alone, each at its own number. */
    public static final PortPolicy LOOPBACK = new PortPolicy(false, Map.of());

    /** What holds for one port. */
    public sealed interface Rule {

        /**
         * Who reaches it.
         *
         * @param isOpen whether other computers do
         */
        record Bind(boolean isOpen) implements Rule {
        }

        /**
         * Where it is found; who reaches it is as for all others.
         *
         * @param port on the host, 1 to 65535
         */
        record Move(int port) implements Rule {
        }
    }

    public PortPolicy {
        rules = Map.copyOf(rules);
    }

    /** Whether other computers reach any port at all. */
    public boolean opensAny() {
        return isOpen || rules.containsValue(new Rule.Bind(true));
    }

    boolean isOpen(int published) {
        return rules.get(published) instanceof Rule.Bind bind ? bind.isOpen() : isOpen;
    }

    int hostPort(int published) {
        return rules.get(published) instanceof Rule.Move move ? move.port() : published;
    }
}
