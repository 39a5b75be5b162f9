/** Two-way byte streams with half-close, and the relay between them. */
package dev.wherry.engine.stream;
