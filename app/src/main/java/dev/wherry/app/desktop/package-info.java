/** The desktop app's process: puts tray, window and pages together. */
package dev.wherry.app.desktop;
