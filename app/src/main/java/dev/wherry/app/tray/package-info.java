/** What the tray and the notifications say, free of any toolkit, and the interfaces that desktops are behind. */
package dev.wherry.app.tray;
