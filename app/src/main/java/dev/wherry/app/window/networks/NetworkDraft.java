// A network as its form describes it, right or wrong.
package dev.wherry.app.window.networks;

/**
 * What somebody has typed so far.
 *
 * @param name     of the network
 * @param driver   one of the engine's
 * @param subnet   its addresses; empty when the engine is to choose
 * @param internal whether it is to have no way out
 */
public record NetworkDraft(String name, String driver, String subnet, boolean internal) {
}
