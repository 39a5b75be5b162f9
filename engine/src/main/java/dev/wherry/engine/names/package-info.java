/** Names for the guest and its containers, looked up as programs on this computer look them up. */
package dev.wherry.engine.names;
