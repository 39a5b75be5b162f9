/** Files from the network: over HTTPS, through the user's proxy, resumed when the connection is cut. */
package dev.wherry.engine.fetch;
