// A named pipe. Not yet run on Windows.
package dev.wherry.engine.host.windows;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import dev.wherry.engine.host.PipeEnd;

/**
 * One instance of a pipe that only its user can open, and nobody from another computer. All work on it is overlapped, in Windows'
 * word: a plain handle would let a blocked read stop every write.
 */
public final class NamedPipe implements PipeEnd {

    private static final int DUPLEX = 3;
    private static final int OVERLAPPED = 0x4000_0000;
    private static final int FIRST_INSTANCE = 0x0008_0000;
    private static final int MESSAGES_READ_AS_BYTES = 4;
    private static final int NO_REMOTE_CLIENTS = 8;
    private static final int UNLIMITED = 255;
    private static final int BUFFER = 64 * 1024;
    /** Nobody but the owner of the pipe; see "Security Descriptor String Format". */
    private static final WString OWNER_ALONE = new WString("D:P(A;;GA;;;OW)");
    private static final Pointer INVALID = Pointer.createConstant(-1L);

    /** A native call holds its thread, and virtual ones would hold their carriers. */
    private static final ExecutorService CALLERS = Executors
            .newCachedThreadPool(Thread.ofPlatform().daemon().name("pipe-", 0).factory());

    private final PipeLibrary library = PipeLibrary.load();
    private final Pointer handle;
    private final Memory incoming = new Memory(BUFFER);
    private final Memory outgoing = new Memory(BUFFER);
    private boolean closed; // guarded by this

    private NamedPipe(WString path, boolean first) throws IOException {
        PointerByReference descriptor = new PointerByReference();
        if (!PipeLibrary.Security.load().ConvertStringSecurityDescriptorToSecurityDescriptorW(OWNER_ALONE, 1,
                descriptor,
                null)) {
            throw failure("close " + path + " to others", Native.getLastError());
        }
        // SECURITY_ATTRIBUTES: its own size, the descriptor, and that no child process gets the handle.
        try (Memory security = new Memory(3L * Native.POINTER_SIZE)) {
            security.clear();
            security.setInt(0, (int) security.size());
            security.setPointer(Native.POINTER_SIZE, descriptor.getValue());
            handle = library.CreateNamedPipeW(path, DUPLEX | OVERLAPPED | (first ? FIRST_INSTANCE : 0),
                    MESSAGES_READ_AS_BYTES | NO_REMOTE_CLIENTS, UNLIMITED, BUFFER, BUFFER, 0, security);
            if (INVALID.equals(handle)) {
                throw failure("serve " + path, Native.getLastError());
            }
        } finally {
            library.LocalFree(descriptor.getValue());
        }
    }

    /** Makes instances of the pipe {@code name}. */
    public static Maker named(String name) {
        return first -> new NamedPipe(new WString("\\\\.\\pipe\\" + name), first);
    }

    /** Begins something that Windows finishes later, or at once; false with an error otherwise. */
    private interface Beginning {
        boolean begin(Pointer overlapped);
    }

    @Override
    public void awaitClient() throws IOException {
        // One that has come, or come and gone, in between is no error.
        perform("wait for a client", overlapped -> library.ConnectNamedPipe(handle, overlapped),
                PipeLibrary.ERROR_PIPE_CONNECTED, PipeLibrary.ERROR_NO_DATA);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int most = Math.min(length, BUFFER);
        int count = perform("read", overlapped -> library.ReadFile(handle, incoming, most, null, overlapped),
                PipeLibrary.ERROR_BROKEN_PIPE);
        if (count == 0) {
            return -1; // an empty message, or the client has left
        }
        incoming.read(0, bytes, offset, count);
        return count;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        while (at < offset + length) {
            int count = Math.min(offset + length - at, BUFFER);
            outgoing.write(0, bytes, at, count);
            send(count);
            at += count;
        }
    }

    @Override
    public void endOutput() throws IOException {
        send(0);
    }

    private void send(int count) throws IOException {
        perform("write", overlapped -> library.WriteFile(handle, outgoing, count, null, overlapped));
    }

    /** Returns when it is done; 0 for an error that is {@code expected}. */
    private int perform(String what, Beginning beginning, Integer... expected) throws IOException {
        try {
            return CALLERS.submit(() -> complete(what, beginning, Set.of(expected))).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while about to " + what);
        }
    }

    private int complete(String what, Beginning beginning, Set<Integer> expected) throws IOException {
        Pointer event = library.CreateEventW(null, true, false, null);
        if (event == null) {
            throw failure(what, Native.getLastError());
        }
        // OVERLAPPED: two words of Windows' own, an offset that pipes have not, the event.
        try (Memory overlapped = new Memory(3L * Native.POINTER_SIZE + 2 * Integer.BYTES)) {
            overlapped.clear();
            overlapped.setPointer(2L * Native.POINTER_SIZE + 2 * Integer.BYTES, event);
            int error = begin(beginning, overlapped);
            IntByReference count = new IntByReference();
            if (error == PipeLibrary.ERROR_IO_PENDING) {
                error = library.GetOverlappedResult(handle, overlapped, count, true) ? 0 : Native.getLastError();
            } else if (error == 0 && !library.GetOverlappedResult(handle, overlapped, count, false)) {
                error = Native.getLastError();
            }
            if (error == 0) {
                return count.getValue();
            }
            if (expected.contains(error)) {
                return 0;
            }
            throw failure(what, error);
        } finally {
            library.CloseHandle(event);
        }
    }

    // Under the lock, so that a closed handle, whose number may be another's by then, is never used.
    private synchronized int begin(Beginning beginning, Pointer overlapped) throws IOException {
        if (closed) {
            throw new IOException("The pipe is closed");
        }
        return beginning.begin(overlapped) ? 0 : Native.getLastError();
    }

    private static IOException failure(String what, int error) {
        return new IOException("Tried to " + what + " but failed with Windows' error " + error);
    }

    /** What was written reaches the client even so. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            library.CancelIoEx(handle, null);
            library.CloseHandle(handle);
        }
    }
}
