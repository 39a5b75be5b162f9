/** What makes the guest's engine and the containers' ports feel local: the engine socket and the port forwards. */
package dev.wherry.engine.forward;
