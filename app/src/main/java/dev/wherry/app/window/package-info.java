/** The window: what surrounds the pages. Each page is a package of its own beneath. */
package dev.wherry.app.window;
