// What the AOT cache of the command line is made from.
package dev.wherry.app.cli;

/**
 * Runs several command lines in one process, so that one cache serves all of them. The build runs it once (JEP 483); nothing else
 * does.
 */
public final class Rehearsal {

    private Rehearsal() {
    }

    /**
     * Runs each of {@code lines}.
     *
     * @param lines command lines, their words separated by blanks
     */
    public static void main(String[] lines) {
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            Main.commandLine(words).execute(words);
        }
        System.exit(ExitCode.DONE);
    }
}
