/** Picks each system's way to tell of its proxy and of the certificates that it trusts. */
package dev.wherry.engine.host.network;
