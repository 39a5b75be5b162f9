/** Packages, installed where nothing of Wherry has ever been. */
package dev.wherry.app.installed;
