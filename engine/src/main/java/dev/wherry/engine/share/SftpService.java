// From one request to its answer.
package dev.wherry.engine.share;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests of version 3 (draft-ietf-secsh-filexfer-02), and of the extensions {@code posix-rename}, {@code statvfs},
 * {@code fsync} and {@code hardlink} (OpenSSH's PROTOCOL, section 4). Closing it closes what the guest holds open.
 */
final class SftpService implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(SftpService.class);
    private static final String VERSION_1 = "1";
    private static final String VERSION_2 = "2";

    private final ShareFiles files;
    private final Handles handles = new Handles();

    SftpService(ShareFiles files) {
        this.files = files;
    }

    /** Writes the answer to INIT: the version and the extensions that are spoken here. */
    static void greet(SftpAnswer answer) {
        answer.begin(Sftp.VERSION_ANSWER, Sftp.VERSION).text(Sftp.POSIX_RENAME).text(VERSION_1).text(Sftp.STATVFS)
                .text(VERSION_2).text(Sftp.FSYNC).text(VERSION_1).text(Sftp.HARDLINK).text(VERSION_1);
    }

    /** Writes the answer to {@code request} into {@code answer}: what it asked for, or the status it failed with. */
    void answer(SftpRequest request, SftpAnswer answer) {
        try {
            serve(request, answer);
        } catch (IOException e) {
            LOG.trace("Request {} failed", request.type(), e);
            status(answer, request.id(), SftpStatus.of(e), e);
        } catch (UnsupportedOperationException e) {
            status(answer, request.id(), SftpStatus.OP_UNSUPPORTED, e);
        } catch (IllegalArgumentException e) {
            status(answer, request.id(), SftpStatus.BAD_MESSAGE, e);
        }
    }

    private void serve(SftpRequest request, SftpAnswer answer) throws IOException {
        int id = request.id();
        switch (request.type()) {
            case Sftp.LSTAT, Sftp.STAT -> {
                Attributes attributes = files.attributes(request.bytes());
                answer.begin(Sftp.ATTRS, id).attributes(attributes);
            }
            case Sftp.FSTAT -> {
                Attributes attributes = files.attributes(handles.file(request.data()));
                answer.begin(Sftp.ATTRS, id).attributes(attributes);
            }
            case Sftp.OPEN -> {
                OpenFile opened = files.open(request.bytes(), request.number(), request.attributes());
                answer.begin(Sftp.HANDLE, id).bytes(handles.add(opened));
            }
            case Sftp.OPENDIR -> {
                OpenFolder opened = files.openFolder(request.bytes());
                answer.begin(Sftp.HANDLE, id).bytes(handles.add(opened));
            }
            case Sftp.READ -> read(request, answer);
            case Sftp.READDIR -> {
                if (!handles.folder(request.data()).list(answer, id)) {
                    throw new SftpException(SftpStatus.EOF, "the folder ends here");
                }
            }
            case Sftp.READLINK -> name(answer, id, files.linkTarget(request.bytes()));
            case Sftp.REALPATH -> name(answer, id, absolute(request.text()).getBytes(StandardCharsets.UTF_8));
            case Sftp.EXTENDED -> extended(request, answer);
            default -> {
                change(request);
                done(answer, id);
            }
        }
    }

    private void change(SftpRequest request) throws IOException {
        switch (request.type()) {
            case Sftp.WRITE -> {
                OpenFile file = handles.file(request.data());
                long offset = request.longNumber();
                files.write(file, request.data(), offset);
            }
            case Sftp.CLOSE -> handles.close(request.data());
            case Sftp.SETSTAT -> files.change(request.bytes(), request.attributes());
            case Sftp.FSETSTAT -> files.change(handles.file(request.data()), request.attributes());
            case Sftp.REMOVE -> files.remove(request.bytes());
            case Sftp.MKDIR -> files.makeFolder(request.bytes(), request.attributes());
            case Sftp.RMDIR -> files.removeFolder(request.bytes());
            case Sftp.RENAME -> files.rename(request.bytes(), request.bytes(), false, handles);
            // OpenSSH has the two the other way round than the draft, and so has every client.
            case Sftp.SYMLINK -> {
                byte[] target = request.bytes();
                files.makeLink(request.bytes(), target);
            }
            default -> throw unsupported("request " + request.type());
        }
    }

    private void extended(SftpRequest request, SftpAnswer answer) throws IOException {
        String name = request.text();
        switch (name) {
            case Sftp.POSIX_RENAME -> files.rename(request.bytes(), request.bytes(), true, handles);
            case Sftp.FSYNC -> handles.file(request.data()).sync();
            case Sftp.HARDLINK -> {
                byte[] existing = request.bytes();
                files.makeHardLink(request.bytes(), existing);
            }
            case Sftp.STATVFS -> {
                files.space().write(answer.begin(Sftp.EXTENDED_REPLY, request.id()));
                return;
            }
            default -> throw unsupported("extension " + name);
        }
        done(answer, request.id());
    }

    private void read(SftpRequest request, SftpAnswer answer) throws IOException {
        OpenFile file = handles.file(request.data());
        long offset = request.longNumber();
        int length = Math.clamp(Integer.toUnsignedLong(request.number()), 0, Sftp.MAX_DATA);
        ByteBuffer data = answer.begin(Sftp.DATA, request.id()).data(length);
        int taken = file.read(data, offset);
        if (taken < 0) {
            throw new SftpException(SftpStatus.EOF, "the file ends here");
        }
        answer.dataEnds(taken);
    }

    // Of the guest's own path: what the host makes of it is nothing that the guest should learn.
    private static String absolute(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    private static void name(SftpAnswer answer, int id, byte[] name) {
        answer.begin(Sftp.NAME, id).number(1).bytes(name).bytes(name)
                .attributes(new Attributes(0, 0, Owner.ROOT, 0, 0, 0, 0));
    }

    private static void done(SftpAnswer answer, int id) {
        answer.begin(Sftp.STATUS, id).number(SftpStatus.OK.code()).text("").text("");
    }

    private static void status(SftpAnswer answer, int id, SftpStatus status, Exception why) {
        answer.begin(Sftp.STATUS, id).number(status.code()).text(String.valueOf(why.getMessage())).text("en");
    }

    private static SftpException unsupported(String what) {
        return new SftpException(SftpStatus.OP_UNSUPPORTED, "there is no " + what);
    }

    @Override
    public void close() throws IOException {
        handles.close();
    }
}
