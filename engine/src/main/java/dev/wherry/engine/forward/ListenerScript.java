// What runs in the guest to learn who listens there.
package dev.wherry.engine.forward;

/** The text of a command for the guest's shell. */
final class ListenerScript {

    // For every line that comes in, one look at the sockets that listen. Only when they are others than before, a second look: at
    // the open files of all processes that belong to containers, for whose they are. So the guest's own services, the proxies of
    // published ports among them, are never told of, whenever they began to listen. A UDP socket that is not connected (state 07)
    // may be a server's or a client's: the latter are given their port by the kernel, out of the range that it keeps for that.
    private static final String AWK = """
            exec awk '
            function look(protocol, state, file,   line, field, port) {
                while ((getline line < file) > 0) {
                    split(line, field)
                    port = substr(field[2], length(field[2]) - 3)
                    if (field[4] == state && (protocol == "tcp" || port < lowest || port > highest))
                        now = now protocol " " field[2] " " field[10] "\\n"
                }
                close(file)
            }
            BEGIN {
                if ((getline range < "PROC/sys/net/ipv4/ip_local_port_range") > 0) {
                    split(range, end)
                    lowest = sprintf("%04X", end[1])
                    highest = sprintf("%04X", end[2])
                }
            }
            {
                now = ""
                look("tcp", "0A", "PROC/net/tcp")
                look("tcp", "0A", "PROC/net/tcp6")
                look("udp", "07", "PROC/net/udp")
                look("udp", "07", "PROC/net/udp6")
                if (now == before) next
                before = now
                split("", owner)
                while ((owners | getline line) > 0) {
                    if (line ~ /^0::/) { split(line, part, "/"); id = part[3] }
                    else if (match(line, /socket:\\[[0-9]+\\]/)) owner[substr(line, RSTART + 8, RLENGTH - 9)] = id
                }
                close(owners)
                count = split(now, socket, "\\n")
                answer = ""
                for (i = 1; i < count; i++) {
                    split(socket[i], field, " ")
                    if (field[3] in owner) answer = answer field[1] " " field[2] " " owner[field[3]] " "
                }
                print answer
                fflush()
            }' 'owners=for p in PROC/[0-9]*; do
                { read -r group <$p/cgroup; } 2>/dev/null || continue
                case $group in 0::/docker/*) echo "$group"; ls -l $p/fd 2>/dev/null ;; esac
            done' -
            """;

    private ListenerScript() {
    }

    /**
     * The command. It answers a line only when something has changed, and then with one line: protocol, address and port as in the
     * kernel's tables, and the container, for each socket of a container. {@code proc} is where the kernel's tables are, without blanks or quotes.
     */
    static String reading(String proc) {
        return AWK.replace("PROC", proc);
    }
}
