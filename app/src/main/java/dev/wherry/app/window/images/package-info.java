/** The page of container images. */
package dev.wherry.app.window.images;
