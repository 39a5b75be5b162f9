// Where shells come from.
package dev.wherry.app.shell;

import dev.wherry.engine.guest.TerminalSize;

/** Something that has a shell: the machine, or a container. */
@FunctionalInterface
public interface ShellSource {

    /**
     * Starts a shell on a terminal of its own. Blocks.
     *
     * @throws Exception when there is none to be had, saying why
     */
    ShellSession open(TerminalSize size) throws Exception;
}
