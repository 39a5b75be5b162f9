/** The certificates that the guest trusts besides its own: this computer's, and those of the user. */
package dev.wherry.engine.trust;
