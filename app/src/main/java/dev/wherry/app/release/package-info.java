/** Which Wherry this is. */
package dev.wherry.app.release;
