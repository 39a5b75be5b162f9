// What runs in the guest to learn who listens there.
package dev.wherry.engine.forward;

/** The text of a command for the guest's shell. */
final class ListenerScript {

    // For every line that comes in, one look at the sockets that listen. Only when they are others than before, a second look: at
    // the open files of all processes that belong to containers, for whose they are. So the guest's own services, the proxies of
    // published ports among them, are never told of, whenever they began to listen.
    private static final String AWK = """
            exec awk '
            function look(table,   line, field) {
                while ((getline line < table) > 0) {
                    split(line, field)
                    if (field[4] == "0A") now = now field[2] " " field[10] "\\n"
                }
                close(table)
            }
            {
                now = ""
                look("PROC/net/tcp")
                look("PROC/net/tcp6")
                if (now == before) next
                before = now
                split("", owner)
                while ((owners | getline line) > 0) {
                    if (line ~ /^0::/) { split(line, part, "/"); id = part[3] }
                    else if (match(line, /socket:\\[[0-9]+\\]/)) owner[substr(line, RSTART + 8, RLENGTH - 9)] = id
                }
                close(owners)
                count = split(now, socket, "\\n")
                for (i = 1; i < count; i++) {
                    split(socket[i], field)
                    if (field[2] in owner) print field[1] " " owner[field[2]]
                }
                print "."
                fflush()
            }' 'owners=for p in PROC/[0-9]*; do
                { read -r group <$p/cgroup; } 2>/dev/null || continue
                case $group in 0::/docker/*) echo "$group"; ls -l $p/fd 2>/dev/null ;; esac
            done' -
            """;

    private ListenerScript() {
    }

    /** The command; {@code proc} is where the kernel's tables are, without blanks or quotes. */
    static String reading(String proc) {
        return AWK.replace("PROC", proc);
    }
}
