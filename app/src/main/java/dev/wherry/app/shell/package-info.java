/** Shells in the machine and in its containers, free of any toolkit and of the terminal that they are shown on. */
package dev.wherry.app.shell;
