// How a check came out.
package dev.wherry.engine.doctor;

/** The four ways in which a check can end. */
public enum Outcome {
    /** All is well. */
    PASSED,
    /** It works, but not as well as it could, or not for long. */
    WARNING,
    /** Something does not work. */
    FAILED,
    /** It could not be looked at. */
    SKIPPED
}
