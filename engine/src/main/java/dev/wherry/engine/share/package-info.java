/**
 * Shared folders: the SFTP server that answers the guest's sshfs, the mounts, and what keeps them up.
 *
 * <p>The server speaks version 3 of the protocol (draft-ietf-secsh-filexfer-02) with the extensions of OpenSSH's PROTOCOL that
 * sshfs makes use of. Why it is ours: docs/decisions/0701.
 */
package dev.wherry.engine.share;
