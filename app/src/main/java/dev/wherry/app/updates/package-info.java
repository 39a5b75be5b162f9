/** Newer versions of Wherry and of its guest image: where to look for them, what was found, and how people are told. */
package dev.wherry.app.updates;
