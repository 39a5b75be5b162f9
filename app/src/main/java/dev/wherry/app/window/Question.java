// A question before something that cannot be undone.
package dev.wherry.app.window;

/**
 * A question.
 *
 * @param title  what is about to happen, as a question: "Remove web?"
 * @param text   what is lost by it
 * @param action the label of the button that does it: "Remove"
 * @param danger whether something is lost
 */
public record Question(String title, String text, String action, boolean danger) {
}
