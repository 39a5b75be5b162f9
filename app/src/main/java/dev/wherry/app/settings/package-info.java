/** Changes of a machine's settings, alike for the command line and the window; free of any toolkit. */
package dev.wherry.app.settings;
