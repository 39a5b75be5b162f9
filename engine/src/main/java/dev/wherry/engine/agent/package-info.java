/** The background process that owns the machine, the control protocol that clients speak with it, and their side of it. */
package dev.wherry.engine.agent;
