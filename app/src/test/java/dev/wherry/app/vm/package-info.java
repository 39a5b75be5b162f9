/** The program as a whole, with a real VM, a real engine and a real docker client. */
package dev.wherry.app.vm;
