/** The tray and the notifications of Linux desktops, which are reached over D-Bus. */
package dev.wherry.app.tray.dbus;
