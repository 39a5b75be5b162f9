/** Measures Wherry against its peers; {@code ./dev bench} runs it. */
package dev.wherry.bench;
