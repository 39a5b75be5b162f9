/** Parts that several pages are made of. */
package dev.wherry.app.window.parts;
