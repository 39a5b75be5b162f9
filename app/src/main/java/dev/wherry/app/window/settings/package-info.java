/** The settings page: the machine's configuration and the app's own preferences. */
package dev.wherry.app.window.settings;
