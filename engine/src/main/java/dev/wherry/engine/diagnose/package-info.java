/** One file with everything that helps to find out what went wrong, and nothing that is nobody's business. */
package dev.wherry.engine.diagnose;
