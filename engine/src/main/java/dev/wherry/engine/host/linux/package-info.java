/** What a Linux desktop offers, in the ways of freedesktop.org. */
package dev.wherry.engine.host.linux;
