/** Files between the host and the engine: tars packed and unpacked, build contexts, folders of containers. For the window alone. */
package dev.wherry.app.files;
