/** The quick search over containers, images, volumes and what can be done. */
package dev.wherry.app.window.search;
