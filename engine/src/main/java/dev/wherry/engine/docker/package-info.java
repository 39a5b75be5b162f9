/** A thin client of the Docker Engine API: HTTP/1.1 over any byte stream, JSON by Jackson, and the engine's events. */
package dev.wherry.engine.docker;
