/** The tray and the notifications of whatever desktop this is. */
package dev.wherry.app.tray.desktop;
