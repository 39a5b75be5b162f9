/** The page of networks. */
package dev.wherry.app.window.networks;
