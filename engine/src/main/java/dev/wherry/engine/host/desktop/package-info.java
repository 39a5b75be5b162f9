/** What the desktop of this computer offers, whichever it is. */
package dev.wherry.engine.host.desktop;
