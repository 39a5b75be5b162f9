/** The page of all containers: view model, table, and what can be done from it. */
package dev.wherry.app.window.containers;
