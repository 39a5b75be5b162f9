// What a client sees while a long call runs.
package dev.wherry.engine.agent;

/**
 * A step of a long call.
 *
 * @param stage    a short name that stays the same between versions, such as {@code boot}
 * @param fraction how much of the whole is done, from 0 to 1
 * @param message  what is being done, for the user
 */
public record Progress(String stage, double fraction, String message) {
}
