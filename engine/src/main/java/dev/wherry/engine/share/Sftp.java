// Numbers of the SFTP protocol.
package dev.wherry.engine.share;

/** Version 3 of the protocol: draft-ietf-secsh-filexfer-02, sections 3 to 7, and OpenSSH's PROTOCOL, section 4. */
final class Sftp {

    static final int VERSION = 3;

    /** No packet is longer than this; sshfs refuses answers above it. */
    static final int MAX_PACKET = 256 * 1024;

    /** Longest piece of a file in one answer. */
    static final int MAX_DATA = 128 * 1024;

    static final int INIT = 1;
    static final int VERSION_ANSWER = 2;
    static final int OPEN = 3;
    static final int CLOSE = 4;
    static final int READ = 5;
    static final int WRITE = 6;
    static final int LSTAT = 7;
    static final int FSTAT = 8;
    static final int SETSTAT = 9;
    static final int FSETSTAT = 10;
    static final int OPENDIR = 11;
    static final int READDIR = 12;
    static final int REMOVE = 13;
    static final int MKDIR = 14;
    static final int RMDIR = 15;
    static final int REALPATH = 16;
    static final int STAT = 17;
    static final int RENAME = 18;
    static final int READLINK = 19;
    static final int SYMLINK = 20;
    static final int STATUS = 101;
    static final int HANDLE = 102;
    static final int DATA = 103;
    static final int NAME = 104;
    static final int ATTRS = 105;
    static final int EXTENDED = 200;
    static final int EXTENDED_REPLY = 201;

    static final int OPEN_READ = 0x01;
    static final int OPEN_WRITE = 0x02;
    static final int OPEN_APPEND = 0x04;
    static final int OPEN_CREATE = 0x08;
    static final int OPEN_TRUNCATE = 0x10;
    static final int OPEN_EXCLUSIVE = 0x20;

    static final String POSIX_RENAME = "posix-rename@openssh.com";
    static final String STATVFS = "statvfs@openssh.com";
    static final String FSYNC = "fsync@openssh.com";
    static final String HARDLINK = "hardlink@openssh.com";

    private Sftp() {
    }
}
