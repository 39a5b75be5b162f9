/** The page of volumes. */
package dev.wherry.app.window.volumes;
