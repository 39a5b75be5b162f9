/** Files of containers and volumes, browsed and carried to and from the host. */
package dev.wherry.app.window.files;
