// Who owns a file, as the guest sees it.
package dev.wherry.engine.share;

/**
 * A user and a group of the guest.
 *
 * @param uid the user's number, unsigned
 * @param gid the group's number, unsigned
 */
record Owner(int uid, int gid) {

    /** Owner of every file that nobody in the guest has given away. */
    static final Owner ROOT = new Owner(0, 0);

    /** What chown sends for the half that is to stay (chown(2)). */
    private static final int UNCHANGED = -1;

    /** This owner, with those halves of {@code wanted} that are to change. */
    Owner changedTo(Owner wanted) {
        return new Owner(wanted.uid == UNCHANGED ? uid : wanted.uid, wanted.gid == UNCHANGED ? gid : wanted.gid);
    }
}
