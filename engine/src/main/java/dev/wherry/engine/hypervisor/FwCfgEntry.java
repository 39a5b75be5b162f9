// What the host hands to the guest at boot, through QEMU's fw_cfg device.
package dev.wherry.engine.hypervisor;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A value that the guest finds as a file under {@code /sys/firmware/qemu_fw_cfg/by_name} (QEMU's docs/specs/fw_cfg.rst).
 */
public sealed interface FwCfgEntry {

    /** Its name: {@code opt/} and 1 to 51 characters of {@code A-Z a-z 0-9 . _ - /}. */
    String name();

    /**
     * A short public value. It stands on QEMU's command line, where other users of the host can read it, so a secret,
     * and anything with line ends or quotes, goes into a {@link File}.
     *
     * @param text printable characters without {@code "}
     */
    record Text(String name, String text) implements FwCfgEntry {
        public Text {
            checkName(name);
            if (text.chars().anyMatch(c -> c == '"' || Character.isISOControl(c))) {
                throw new IllegalArgumentException("The value of " + name
                        + " has quotes or control characters, which do not survive every command line; use a file");
            }
        }
    }

    /**
     * The content of a file, read when QEMU starts.
     *
     * @param file must exist until the VM has started
     */
    record File(String name, Path file) implements FwCfgEntry {
        public File {
            checkName(name);
        }
    }

    private static void checkName(String name) {
        // 56 bytes with the terminating zero; "opt/" is the part of the name space that QEMU leaves to its users.
        if (!Pattern.matches("opt/[A-Za-z0-9._/-]{1,51}", name)) {
            throw new IllegalArgumentException("Not a fw_cfg name of ours: " + name);
        }
    }
}
