/** The guest image on disk: its manifest, and whether it is whole. */
package dev.wherry.engine.image;
