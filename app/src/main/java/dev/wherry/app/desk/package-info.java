/** What every page and the tray work with: the machine, its engine, and the work under way. */
package dev.wherry.app.desk;
