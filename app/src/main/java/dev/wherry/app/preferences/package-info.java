/** How the user wants the app to look and behave; the machine's own settings are in the configuration. */
package dev.wherry.app.preferences;
