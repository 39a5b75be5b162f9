/** What the program says of itself. */
package dev.wherry.app.about;
