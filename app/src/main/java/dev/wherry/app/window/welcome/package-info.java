/** The first screen: sets the machine up and shows that it works. */
package dev.wherry.app.window.welcome;
