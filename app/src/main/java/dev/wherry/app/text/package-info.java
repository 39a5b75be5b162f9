/** The words of the window and the tray, in the user's language. */
package dev.wherry.app.text;
