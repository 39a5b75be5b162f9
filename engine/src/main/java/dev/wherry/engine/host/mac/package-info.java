/** What a Mac's desktop offers, in files and commands that every Mac has. */
package dev.wherry.engine.host.mac;
