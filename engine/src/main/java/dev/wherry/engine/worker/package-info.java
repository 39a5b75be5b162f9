/** Threads that work in the background until their owner ends them. */
package dev.wherry.engine.worker;
