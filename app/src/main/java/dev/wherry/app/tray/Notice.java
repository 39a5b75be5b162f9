// A notification.
package dev.wherry.app.tray;

/**
 * Something to tell the user wherever they are.
 *
 * @param kind  what it is about
 * @param title what has happened, in a few words
 * @param text  more of it, in a sentence or two
 */
public record Notice(NoticeKind kind, String title, String text) {
}
