// What people want of the command line.
package dev.wherry.app.cli;

/** A group of commands in the help. */
enum Purpose {

    RUN("Start and stop"),
    LOOK("See what goes on"),
    USE("Work with containers"),
    SET("Set up"),
    CARE("Look after Wherry");

    private final String title;

    Purpose(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
