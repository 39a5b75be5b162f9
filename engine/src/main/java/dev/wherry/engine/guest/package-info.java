/** The SSH connection into the guest: commands, shells, unix sockets, TCP ports, keys. */
package dev.wherry.engine.guest;
