// The whole command line for every kind of host, as text: what changes here changes on somebody's computer.
package dev.wherry.engine.hypervisor.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.Platform.Arch;
import dev.wherry.engine.host.Platform.Os;
import dev.wherry.engine.hypervisor.Accelerator;
import dev.wherry.engine.hypervisor.DataDisk;
import dev.wherry.engine.hypervisor.FwCfgEntry;
import dev.wherry.engine.hypervisor.RuntimeFiles;
import dev.wherry.engine.hypervisor.VmSpec;
import org.junit.jupiter.api.Test;

class QemuCommandLineTest {

    private static final QemuVersion V9 = new QemuVersion(9, 0, 0);

    @Test
    void linuxWithKvm() {
        assertThat(line(Os.LINUX, Arch.AMD64, Arch.AMD64, Accelerator.KVM, V9, "/run/a b/")).isEqualTo(
                """
                        qemu
                        -nodefaults
                        -no-user-config
                        -display none
                        -machine q35
                        -accel kvm
                        -cpu host
                        -smp 4
                        -m 2048
                        -name guest=dev
                        -sandbox on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny
                        -pidfile /run/a b/vm.pid
                        -chardev socket,id=qmp,path=/run/a b/qmp.sock,server=on,wait=off
                        -mon chardev=qmp,mode=control
                        -chardev file,id=serial,path=/run/a b/console.log,append=on
                        -serial chardev:serial
                        -kernel /run/a b/kernel
                        -initrd /run/a b/initrd
                        -append quiet console=ttyS0
                        -blockdev driver=raw,node-name=root,read-only=on,file.driver=file,file.filename=/run/a b/root.img
                        -device virtio-blk-pci,drive=root,serial=wherry-root
                        -blockdev driver=raw,node-name=data,discard=unmap,file.driver=file,file.filename=/run/a b/data.img,file.locking=on
                        -device virtio-blk-pci,drive=data,serial=disk-1
                        -netdev user,id=n0,hostfwd=tcp:127.0.0.1:0-:22
                        -device virtio-net-pci,netdev=n0,romfile=
                        -device virtio-rng-pci
                        -device virtio-balloon-pci,id=balloon,free-page-reporting=on,deflate-on-oom=on
                        -fw_cfg name=opt/dev.wherry/hostname,string=dev,, box
                        -fw_cfg name=opt/dev.wherry/host-key,file=/run/a b/key
                        """);
    }

    @Test
    void windowsWithWhpx() {
        assertThat(line(Os.WINDOWS, Arch.AMD64, Arch.AMD64, Accelerator.WHPX, V9, "C:\\Users\\Ann Lee\\")).isEqualTo(
                """
                        qemu
                        -nodefaults
                        -no-user-config
                        -display none
                        -machine q35
                        -accel whpx,kernel-irqchip=off
                        -cpu qemu64,ssse3=on,sse4.1=on,sse4.2=on,popcnt=on,aes=on,pclmulqdq=on
                        -smp 4
                        -m 2048
                        -name guest=dev
                        -pidfile C:\\Users\\Ann Lee\\vm.pid
                        -chardev socket,id=qmp,path=C:\\Users\\Ann Lee\\qmp.sock,server=on,wait=off
                        -mon chardev=qmp,mode=control
                        -chardev file,id=serial,path=C:\\Users\\Ann Lee\\console.log,append=on
                        -serial chardev:serial
                        -kernel C:\\Users\\Ann Lee\\kernel
                        -initrd C:\\Users\\Ann Lee\\initrd
                        -append quiet console=ttyS0
                        -blockdev driver=raw,node-name=root,read-only=on,file.driver=file,file.filename=C:\\Users\\Ann Lee\\root.img
                        -device virtio-blk-pci,drive=root,serial=wherry-root
                        -blockdev driver=raw,node-name=data,discard=unmap,file.driver=file,file.filename=C:\\Users\\Ann Lee\\data.img
                        -device virtio-blk-pci,drive=data,serial=disk-1
                        -netdev user,id=n0,hostfwd=tcp:127.0.0.1:0-:22
                        -device virtio-net-pci,netdev=n0,romfile=
                        -device virtio-rng-pci
                        -device virtio-balloon-pci,id=balloon,free-page-reporting=on,deflate-on-oom=on
                        -fw_cfg name=opt/dev.wherry/hostname,string=dev,, box
                        -fw_cfg name=opt/dev.wherry/host-key,file=C:\\Users\\Ann Lee\\key
                        """);
    }

    @Test
    void macOnAppleSiliconWithHvf() {
        assertThat(line(Os.MAC, Arch.ARM64, Arch.ARM64, Accelerator.HVF, V9, "/m/")).isEqualTo(
                """
                        qemu
                        -nodefaults
                        -no-user-config
                        -display none
                        -machine virt,gic-version=max
                        -accel hvf
                        -cpu host
                        -smp 4
                        -m 2048
                        -name guest=dev
                        -pidfile /m/vm.pid
                        -chardev socket,id=qmp,path=/m/qmp.sock,server=on,wait=off
                        -mon chardev=qmp,mode=control
                        -chardev file,id=serial,path=/m/console.log,append=on
                        -serial chardev:serial
                        -kernel /m/kernel
                        -initrd /m/initrd
                        -append quiet console=ttyAMA0
                        -blockdev driver=raw,node-name=root,read-only=on,file.driver=file,file.filename=/m/root.img
                        -device virtio-blk-pci,drive=root,serial=wherry-root
                        -blockdev driver=raw,node-name=data,discard=unmap,file.driver=file,file.filename=/m/data.img,file.locking=on
                        -device virtio-blk-pci,drive=data,serial=disk-1
                        -netdev user,id=n0,hostfwd=tcp:127.0.0.1:0-:22
                        -device virtio-net-pci,netdev=n0,romfile=
                        -device virtio-rng-pci
                        -device virtio-balloon-pci,id=balloon,free-page-reporting=on,deflate-on-oom=on
                        -fw_cfg name=opt/dev.wherry/hostname,string=dev,, box
                        -fw_cfg name=opt/dev.wherry/host-key,file=/m/key
                        """);
    }

    @Test
    void theProbeIsTheSameMachineWithoutAnythingElse() {
        assertThat(text(commandLine(Os.LINUX, Arch.AMD64, Arch.AMD64, Accelerator.TCG, V9)
                .ofProbe(Path.of("/k,1"), Path.of("/tmp/a,b")))).isEqualTo("""
                        qemu
                        -nodefaults
                        -no-user-config
                        -display none
                        -machine q35,sata=off,smbus=off,usb=off,vmport=off,i8042=off
                        -accel tcg,thread=multi,tb-size=256
                        -cpu max,-erms,-fsrm
                        -smp 2
                        -m 256
                        -chardev file,id=serial,path=/tmp/a,,b,append=on
                        -serial chardev:serial
                        -no-reboot
                        -kernel /k,1
                        -append quiet panic=-1 console=ttyS0
                        """);
    }

    @Test
    void softwareEmulation() {
        assertThat(line(Os.LINUX, Arch.AMD64, Arch.AMD64, Accelerator.TCG, V9, "/m/"))
                .contains("-machine q35,sata=off,smbus=off,usb=off,vmport=off,i8042=off\n-accel tcg,thread=multi,tb-size=256\n-cpu max,-erms,-fsrm\n");
        assertThat(line(Os.LINUX, Arch.AMD64, Arch.ARM64, Accelerator.TCG, V9, "/m/"))
                .contains(
                        "-machine virt,gic-version=max\n-accel tcg,thread=multi,tb-size=256\n-cpu max,pauth-impdef=on\n")
                .contains("-append quiet console=ttyAMA0\n");
    }

    @Test
    void macOnIntelWithHvf() {
        assertThat(line(Os.MAC, Arch.AMD64, Arch.AMD64, Accelerator.HVF, V9, "/m/"))
                .contains("-machine q35\n-accel hvf\n-cpu host,-pdpe1gb\n").contains("file.locking=on")
                .doesNotContain("-sandbox");
    }

    @Test
    void whpxKeepsItsOwnInterruptControllerWhereThatWorks() {
        assertThat(line(Os.WINDOWS, Arch.AMD64, Arch.AMD64, Accelerator.WHPX, new QemuVersion(11, 0, 0), "C:\\"))
                .contains("-accel whpx\n");
        assertThat(line(Os.WINDOWS, Arch.ARM64, Arch.ARM64, Accelerator.WHPX, V9, "C:\\"))
                .contains("-accel whpx\n-cpu max\n");
    }

    @Test
    void commasInPathsAreDoubledWhereQemuSplitsAtThem() {
        assertThat(line(Os.LINUX, Arch.AMD64, Arch.AMD64, Accelerator.TCG, V9, "/a,b/"))
                .contains("-pidfile /a,b/vm.pid\n", "path=/a,,b/qmp.sock,server=on", "path=/a,,b/console.log,append=on",
                        "-kernel /a,b/kernel\n", "file.filename=/a,,b/data.img,file.locking", "file=/a,,b/key\n");
    }

    private static String line(Os os, Arch host, Arch guest, Accelerator accelerator, QemuVersion version,
            String folder) {
        RuntimeFiles files = new RuntimeFiles(Path.of(folder + "qmp.sock"), Path.of(folder + "vm.pid"),
                Path.of(folder + "console.log"), Path.of(folder + "qemu.log"));
        VmSpec spec = new VmSpec("dev", guest, 4, 2048, Path.of(folder + "kernel"), Path.of(folder + "initrd"), "quiet",
                Path.of(folder + "root.img"), new DataDisk(Path.of(folder + "data.img"), "disk-1"),
                List.of(new FwCfgEntry.Text("opt/dev.wherry/hostname", "dev, box"),
                        new FwCfgEntry.File("opt/dev.wherry/host-key", Path.of(folder + "key"))),
                files);
        return text(commandLine(os, host, guest, accelerator, version).of(spec));
    }

    private static QemuCommandLine commandLine(Os os, Arch host, Arch guest, Accelerator accelerator,
            QemuVersion version) {
        return new QemuCommandLine(new QemuInstallation(Path.of("qemu"), version, guest), new Platform(os, host),
                accelerator);
    }

    // An option and its value on one line, so that a difference shows as one line.
    private static String text(List<String> arguments) {
        StringBuilder text = new StringBuilder(arguments.getFirst());
        for (String argument : arguments.subList(1, arguments.size())) {
            text.append(argument.startsWith("-") ? "\n" : " ").append(argument);
        }
        return text.append('\n').toString();
    }
}
