/** Self-checks: each names what is wrong, why, and what puts it right. Works on the client's side, free of any toolkit. */
package dev.wherry.engine.doctor;
