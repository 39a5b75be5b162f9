/** The machine page: how the machine is, what it uses, and what can be done with it. */
package dev.wherry.app.window.machine;
