// What the program's exit codes mean.
package dev.wherry.app.cli;

/** The exit codes of every command; "ssh" and "docker" return the remote command's own. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    /** Nothing was tried, because something has to be put right first; for "status": the machine does not run. */
    static final int PRECHECK = 3;
    static final int NOT_RUNNING = PRECHECK;
    static final int NO_MACHINE = 4;

    private ExitCode() {
    }
}
