// A guest that does nothing, for tests of everything around a guest.
package dev.wherry.engine.hypervisor.qemu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a kernel of three bytes of code behind the header that a boot loader looks for (Linux's x86 boot protocol 2.04). */
final class TinyKernel {

    private static final byte[] HALT_FOR_EVER = {(byte) 0xf4, (byte) 0xeb, (byte) 0xfd};
    private static final byte[] JUMP_OVER_HEADER = {(byte) 0xeb, 0x3e};

    private TinyKernel() {
    }

    static Path write(Path file) throws IOException {
        ByteBuffer kernel = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);
        kernel.put(0x1f1, (byte) 1); // sectors of setup code
        kernel.putShort(0x1fe, (short) 0xaa55);
        kernel.put(0x200, JUMP_OVER_HEADER);
        kernel.put(0x202, "HdrS".getBytes(StandardCharsets.US_ASCII));
        kernel.putShort(0x206, (short) 0x0204);
        kernel.put(0x211, (byte) 1); // loaded high
        kernel.putInt(0x22c, 0x37ff_ffff); // highest address of an initrd
        kernel.put(0x240, HALT_FOR_EVER);
        return Files.write(file, kernel.array());
    }
}
