// The size of a terminal.
package dev.wherry.engine.guest;

/**
 * Size of a terminal in characters.
 *
 * @param columns characters a line; 0 when unknown
 * @param rows    lines; 0 when unknown
 */
public record TerminalSize(int columns, int rows) {
}
