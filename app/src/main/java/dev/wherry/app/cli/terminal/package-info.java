/** The terminal that the user sits at: what it is, and handing it over. */
package dev.wherry.app.cli.terminal;
