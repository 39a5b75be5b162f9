/** A machine that is not there: an agent and an engine on real sockets, for what a real one shows too seldom or too late. */
package dev.wherry.app.fake;
