/** Shells in tabs: JediTermFX shows them, {@link dev.wherry.app.shell} opens them. */
package dev.wherry.app.window.terminal;
