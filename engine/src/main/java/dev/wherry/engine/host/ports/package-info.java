/** Who has which of this computer's ports, whatever its system. */
package dev.wherry.engine.host.ports;
