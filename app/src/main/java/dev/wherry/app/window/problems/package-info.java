/** The problems page: the self-checks and what puts right what they find. */
package dev.wherry.app.window.problems;
