/** The page of one container: its log, figures, settings, and what else there is to know of it. */
package dev.wherry.app.window.container;
