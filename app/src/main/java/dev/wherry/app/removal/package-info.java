/** Taking away all that Wherry keeps for a user. */
package dev.wherry.app.removal;
