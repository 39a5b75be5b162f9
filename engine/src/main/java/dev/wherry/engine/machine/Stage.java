// The steps of a start, as a user sees them.
package dev.wherry.engine.machine;

/** A step of a start. */
public enum Stage {

    CHECK("Checking this computer", 0),
    PREPARE("Preparing the machine", 3),
    BOOT("Booting Linux", 8),
    CONNECT(
            "Connecting to the guest",
            40),
    ENGINE("Starting the container engine", 50),
    FORWARD("Opening the engine socket and ports", 95);

    private final String title;
    private final int percent;

    Stage(String title, int percent) {
        this.title = title;
        this.percent = percent;
    }

    /** What happens in this stage, for the user. */
    public String title() {
        return title;
    }

    /** How much of a start is usually done when this stage begins, from 0 to 1. */
    public double fraction() {
        return percent / 100.0;
    }
}
