// What is known of a file, or to be changed about it.
package dev.wherry.engine.share;

/**
 * Attributes of a file (draft-ietf-secsh-filexfer-02, section 5).
 *
 * @param flags       which of the others count
 * @param size        bytes
 * @param owner       owner in the guest
 * @param permissions type and mode as in stat(2)
 * @param accessed    seconds since 1970, unsigned
 * @param modified    seconds since 1970, unsigned
 * @param stamp       on the host alone: is another for each state of a file; 0 when nothing is known
 */
record Attributes(int flags, long size, Owner owner, int permissions, int accessed, int modified, long stamp) {

    static final int SIZE = 0x1;
    static final int OWNER = 0x2;
    static final int PERMISSIONS = 0x4;
    static final int TIMES = 0x8;
    static final int KNOWN = SIZE | OWNER | PERMISSIONS | TIMES;

    /** File types of stat(2). */
    static final int TYPE = 0170000;
    static final int FOLDER = 0040000;
    static final int FILE = 0100000;
    static final int LINK = 0120000;
    static final int MODE = 07777;

    /** All that is known of a file. */
    static Attributes of(int permissions, long size, Owner owner, long accessed, long modified, long stamp) {
        return new Attributes(KNOWN, size, owner, permissions, seconds(accessed), seconds(modified), stamp);
    }

    /** The same with another time of the last change. */
    Attributes modifiedAt(int seconds) {
        return new Attributes(flags, size, owner, permissions, accessed, seconds, stamp);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    boolean isFolder() {
        return (permissions & TYPE) == FOLDER;
    }

    /** A stamp of a file by what is known of it, as good as different for different {@code parts}. */
    static long stampOf(long... parts) {
        long stamp = 1;
        for (long part : parts) {
            stamp = (stamp ^ part) * 0x9E37_79B9_7F4A_7C15L; // the golden ratio's bits: each part changes all that are above
            stamp ^= stamp >>> 32;
        }
        return stamp;
    }

    private static int seconds(long time) {
        return (int) Math.clamp(time, 0, 0xffffffffL);
    }
}
