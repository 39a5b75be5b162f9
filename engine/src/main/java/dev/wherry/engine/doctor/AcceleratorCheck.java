// What runs the guest's code, and why nothing faster.
package dev.wherry.engine.doctor;

import java.util.Optional;

import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.Platform.Os;
import dev.wherry.engine.hypervisor.Accelerator;
import dev.wherry.engine.hypervisor.AcceleratorChoice;
import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.qemu.QemuHypervisor;
import dev.wherry.engine.hypervisor.qemu.QemuLocator;
import dev.wherry.engine.image.GuestImage;
import dev.wherry.engine.image.ImageException;
import dev.wherry.engine.image.ImageLocation;
import org.jspecify.annotations.Nullable;

/** Tells which accelerator is used. It tries none out, as that takes seconds; the next start does. */
final class AcceleratorCheck implements Check {

    private final Subject subject;

    AcceleratorCheck(Subject subject) {
        this.subject = subject;
    }

    /**
     * What is known.
     *
     * @param accelerator by QEMU's name
     * @param reason      why it is this one
     * @param asSet       whether the user has chosen it
     */
    record Use(String accelerator, String reason, boolean asSet) {
    }

    @Override
    public String id() {
        return "accelerator";
    }

    @Override
    public String title() {
        return "Accelerator";
    }

    @Override
    public Finding run() throws Exception {
        @Nullable
        Accelerator setting;
        try {
            setting = subject.config().accelerator();
        } catch (ConfigException e) {
            return Finding.skipped(this, "the configuration is broken");
        }
        if (subject.agent() instanceof AgentAnswer.Report(MachineReport report) && report.vm() != null) {
            return judge(new Use(report.vm().accelerator(), report.vm().reason(), setting == Accelerator.TCG),
                    Platform.current().os());
        }
        try {
            Optional<AcceleratorChoice> known = known(setting);
            return known.isEmpty()
                    ? Finding.skipped(this, "none was tried since this computer started; the next start does that")
                    : judge(new Use(known.get().accelerator().qemuName(), known.get().explanation(), setting != null),
                            Platform.current().os());
        } catch (HypervisorException | ImageException e) {
            return Finding.skipped(this, "it takes QEMU and the guest image to know");
        }
    }

    private Optional<AcceleratorChoice> known(@Nullable Accelerator setting)
            throws HypervisorException, ImageException, InterruptedException {
        Platform host = Platform.current();
        GuestImage image = GuestImage.open(ImageLocation.in(subject.directories().data()));
        return new QemuHypervisor(QemuLocator.ofHost().locate(host.arch()), host, setting,
                QemuHypervisor.verdictFile(subject.directories().data())).knownAccelerator(image.kernel());
    }

    Finding judge(Use use, Os os) {
        if (!use.accelerator().equals(Accelerator.TCG.qemuName()) || use.asSet()) {
            return Finding.passed(this, use.accelerator() + ": " + use.reason());
        }
        return Finding.warning(this, use.reason(), advice(use.reason(), os));
    }

    private static String advice(String reason, Os os) {
        return switch (os) {
            case MAC -> reason.contains("kern.hv_support")
                    ? "Use a Mac of 2010 or later; inside another VM, turn nested virtualization on in its hypervisor"
                    : "brew upgrade qemu";
            case WINDOWS -> "dism /online /enable-feature /featurename:HypervisorPlatform /all, then restart Windows";
            case LINUX -> reason.contains("may not open")
                    ? "sudo usermod -aG kvm \"$USER\", then log out and in"
                    : reason.contains("there is no /dev/kvm")
                            ? "Turn virtualization (VT-x, AMD-V) on in the firmware's settings, then: sudo modprobe kvm"
                            : "Update QEMU and the kernel; inside another VM, turn nested virtualization on in its"
                                    + " hypervisor";
        };
    }
}
