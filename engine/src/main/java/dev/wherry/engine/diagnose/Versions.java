// Which versions of what are at work.
package dev.wherry.engine.diagnose;

import dev.wherry.engine.host.HostMemory;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.qemu.QemuLocator;

/** The program, its JVM, the operating system and QEMU. */
final class Versions {

    private Versions() {
    }

    static String of(String program) throws InterruptedException {
        return """
                %s
                JVM: %s %s (%s)
                System: %s %s %s, %d processors, %d MiB of memory
                QEMU: %s
                """.formatted(program, property("java.vm.name"), property("java.vm.version"), property("java.home"),
                property("os.name"), property("os.version"), property("os.arch"),
                Runtime.getRuntime().availableProcessors(), HostMemory.total() >> 20, qemu());
    }

    private static String qemu() throws InterruptedException {
        try {
            return QemuLocator.ofHost().locate(Platform.current().arch()).toString();
        } catch (HypervisorException e) {
            return e.getMessage();
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }
}
