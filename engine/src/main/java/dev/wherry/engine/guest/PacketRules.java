// Packet filter rules in the guest that last as long as the connection.
package dev.wherry.engine.guest;

import java.util.List;

/** Commands for the guest's shell, to be run by a {@link StandingCommand}. */
public final class PacketRules {

    private PacketRules() {
    }

    /** {@code rules}, each {@code -I CHAIN ...}, of the table called {@code name}, in the form of iptables-restore. */
    public static String table(String name, List<String> rules) {
        return "*" + name + "\n" + String.join("\n", rules) + "\nCOMMIT\n";
    }

    /**
     * Inserts the rules of {@code tables}, says that it is ready, and deletes them when the connection ends, in whatever way. Each time
     * has rules of its own, so that those of an agent that has just died may go after those of the next one came.
     */
    public static String whileConnected(String tables) {
        return """
                trap '' HUP
                rules() { iptables-restore -w 10 -n; }
                rules <<'END' || exit
                %sEND
                echo ready
                cat >/dev/null
                rules <<'END'
                %sEND
                """.formatted(tables, tables.replace("-I ", "-D "));
    }
}
