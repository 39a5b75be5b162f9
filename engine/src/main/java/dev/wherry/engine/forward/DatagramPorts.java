// How datagrams get into the VM.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.util.Map;

/** The VM's own ways for UDP, as SSH has no datagrams. They outlive whoever opened them. Calls return within seconds. */
public interface DatagramPorts {

    /** The guest's ports that can be reached, each with the port on the host's 127.0.0.1 that leads to it. */
    Map<Integer, Integer> open() throws IOException;

    /** Lets a free port on 127.0.0.1 lead to {@code guestPort}, 1 to 65535. */
    void open(int guestPort) throws IOException;

    /** Ends the way from {@code hostPort}; nothing happens when there is none. */
    void close(int hostPort) throws IOException;
}
