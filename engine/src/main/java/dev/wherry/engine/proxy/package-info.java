/** The proxy by which the engine reaches the network: who names it, and how the guest sees it. */
package dev.wherry.engine.proxy;
