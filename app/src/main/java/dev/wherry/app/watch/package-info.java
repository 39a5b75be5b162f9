/** What the app knows of the machine and of its engine, kept up to date by the agent's reports and the engine's events. */
package dev.wherry.app.watch;
