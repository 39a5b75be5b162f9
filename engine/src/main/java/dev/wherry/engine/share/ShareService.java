// What all shares of a guest have in common.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.file.Path;

import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.StandingCommand;

/**
 * The server of all shares, and the guest's way to it.
 *
 * @param key    by which the tokens of shares are made
 * @param server who serves them
 * @param route  ready while the guest's connections come to the server
 */
record ShareService(ShareKey key, ShareServer server, StandingCommand route) implements AutoCloseable {

    /**
     * Begins to serve {@code guest}, with no share yet.
     *
     * @param keyFile where the key is kept; made if there is none
     * @param notes   of what the guest does
     * @throws IOException when there can be no server
     */
    static ShareService start(Guest guest, Path keyFile, ShareNotes notes) throws IOException {
        ShareKey key = ShareKey.in(keyFile);
        ShareServer server = new ShareServer(notes, 0);
        return new ShareService(key, server, ShareRoute.to(server.port(), guest));
    }

    @Override
    public void close() {
        route.close();
        server.close();
    }
}
