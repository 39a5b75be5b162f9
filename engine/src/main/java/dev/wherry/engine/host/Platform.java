// Which kind of computer this is, in the two words that the rest of Wherry decides by.
package dev.wherry.engine.host;

import java.util.Locale;

/** Operating system and processor architecture of a host, or of a guest. */
public record Platform(Os os, Arch arch) {

    /** The operating systems that Wherry runs on. */
    public enum Os {
        LINUX,
        MAC,
        WINDOWS
    }

    /** The processor architectures that Wherry runs on, by Debian's names. */
    public enum Arch {
        AMD64,
        ARM64;

        /** Debian's name of it: {@code amd64} or {@code arm64}. */
        public String debianName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The platform that this process runs on.
     *
     * @throws UnsupportedOperationException naming the system, when it is none that Wherry knows
     */
    public static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        Os os = name.startsWith("mac") ? Os.MAC : name.startsWith("windows") ? Os.WINDOWS : Os.LINUX;
        Arch arch = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> Arch.AMD64;
            case "aarch64", "arm64" -> Arch.ARM64;
            default -> throw new UnsupportedOperationException(
                    "Wherry runs on amd64 and arm64 processors; this one is " + osArch);
        };
        return new Platform(os, arch);
    }
}
