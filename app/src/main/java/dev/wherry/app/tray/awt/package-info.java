/** The tray and the notifications of macOS and Windows, and of Linux desktops that know only the trays of old. */
package dev.wherry.app.tray.awt;
