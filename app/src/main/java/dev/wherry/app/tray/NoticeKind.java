// What the user may be told of.
package dev.wherry.app.tray;

/** A kind of notification, which can be switched off. */
public enum NoticeKind {
    /** The machine has started. */
    ENGINE_READY,
    /** A published port cannot be reached. */
    PORT_CONFLICT,
    /** The machine could not be started, or was lost. */
    MACHINE_FAILED,
    /** The data disk has little room left. */
    DISK_NEARLY_FULL,
    /** There is a newer version of Wherry or of its guest image. */
    UPDATE
}
