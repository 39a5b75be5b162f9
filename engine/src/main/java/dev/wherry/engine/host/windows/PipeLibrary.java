// Windows' functions of pipes.
package dev.wherry.engine.host.windows;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** As namedpipeapi.h, ioapiset.h and their neighbours have them. */
interface PipeLibrary extends Library {

    int ERROR_BROKEN_PIPE = 109;
    int ERROR_NO_DATA = 232;
    int ERROR_PIPE_CONNECTED = 535;
    int ERROR_IO_PENDING = 997;

    static PipeLibrary load() {
        return Native.load("kernel32", PipeLibrary.class); // JNA keeps what it has loaded
    }

    Pointer CreateNamedPipeW(WString name, int openMode, int pipeMode, int instances, int outBuffer, int inBuffer,
            int timeout, Pointer security);

    boolean ConnectNamedPipe(Pointer pipe, Pointer overlapped);

    boolean ReadFile(Pointer file, Pointer buffer, int size, @Nullable Pointer done, Pointer overlapped);

    boolean WriteFile(Pointer file, Pointer buffer, int size, @Nullable Pointer done, Pointer overlapped);

    boolean GetOverlappedResult(Pointer file, Pointer overlapped, IntByReference done, boolean wait);

    boolean CancelIoEx(Pointer file, @Nullable Pointer overlapped);

    @Nullable
    Pointer CreateEventW(@Nullable Pointer security, boolean manual, boolean signalled, @Nullable WString name);

    boolean CloseHandle(Pointer handle);

    @Nullable
    Pointer LocalFree(Pointer memory);

    /** The part of advapi32.dll that says who may open the pipe. */
    interface Security extends Library {

        static Security load() {
            return Native.load("advapi32", Security.class);
        }

        boolean ConvertStringSecurityDescriptorToSecurityDescriptorW(WString text, int revision,
                PointerByReference descriptor, @Nullable Pointer size);
    }
}
