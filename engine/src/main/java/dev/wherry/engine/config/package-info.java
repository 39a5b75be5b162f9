/** A machine's settings: their keys, the file that a user writes them into, and what holds where the user wrote nothing. */
package dev.wherry.engine.config;
