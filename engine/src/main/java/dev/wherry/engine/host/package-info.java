/** Everything that differs by operating system, behind one small interface each. */
package dev.wherry.engine.host;
