// What a browser of files shows and does.
package dev.wherry.app.window.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import dev.wherry.app.files.FileSelection;
import dev.wherry.app.files.FolderListing;
import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Jobs;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.engine.docker.EngineException;
import dev.wherry.engine.docker.FileKind;
import org.jspecify.annotations.Nullable;

/** One folder of a {@link FileTree} at a time, and what can be done with what is in it. Reading another one ends the reading. */
public final class FilesModel implements Subscription {

    /** Each costs a question to the engine. */
    private static final int MOST_LINKS = 100;
    private static final int NOT_FOUND = 404;
    private static final Texts TEXTS = Texts.of(FilesModel.class);

    private final FileTree tree;
    private final Jobs jobs;
    private final Live<FolderView> folder = new Live<>(FolderView.of(FilePath.TOP));
    private @Nullable Thread reading; // guarded by this

    /** Nothing is read before {@link #open}. */
    public FilesModel(FileTree tree, Jobs jobs) {
        this.tree = tree;
        this.jobs = jobs;
    }

    /** The folder that is shown. */
    public Live<FolderView> folder() {
        return folder;
    }

    /** Whether files can be deleted here. */
    public boolean deletes() {
        return tree.deletes();
    }

    /** Goes to {@code path}, which may be relative to the folder that is shown. */
    public void open(String path) {
        String wanted = FilePath.resolve(folder.get().path(), path);
        folder.update(old -> old.path().equals(wanted) ? old.reading() : FolderView.of(wanted));
        read(wanted);
    }

    /** Reads the folder again. */
    public void reload() {
        open(".");
    }

    /** Goes to the folder that this one is in. */
    public void up() {
        if (!folder.get().path().equals(FilePath.TOP)) {
            open("..");
        }
    }

    private synchronized void read(String path) {
        if (reading != null) {
            reading.interrupt();
        }
        reading = Thread.ofVirtual().name("read-folder").start(() -> list(path));
    }

    private void list(String path) {
        try {
            FolderListing listing = tree.list(path);
            List<FileItem> items = listing.entries().stream()
                    .map(entry -> new FileItem(FilePath.resolve(path, entry.name()), entry, "")).toList();
            show(path, items, listing.complete());
            show(path, followed(items), listing.complete());
        } catch (IOException | RuntimeException e) {
            // Whatever an interrupted call throws, another folder is wanted by now.
            if (!Thread.currentThread().isInterrupted()) {
                Failure failure = failure(path, e);
                folder.update(old -> old.path().equals(path) ? old.failed(failure) : old);
            }
        }
    }

    private void show(String path, List<FileItem> items, boolean complete) {
        if (!Thread.currentThread().isInterrupted()) {
            folder.update(old -> old.path().equals(path) ? new FolderView(path, false, items, complete, null) : old);
        }
    }

    private List<FileItem> followed(List<FileItem> items) {
        List<FileItem> followed = new ArrayList<>();
        int asked = 0;
        for (FileItem item : items) {
            boolean ask = item.kind() == FileKind.LINK && asked++ < MOST_LINKS
                    && !Thread.currentThread().isInterrupted();
            followed.add(ask ? item.leadingTo(target(item)) : item);
        }
        return followed;
    }

    // A link may be gone by now; that it leads somewhere is a nicety.
    private String target(FileItem link) {
        try {
            return tree.stat(link.path()).linkTarget();
        } catch (IOException e) {
            return "";
        }
    }

    private static Failure failure(String path, Exception e) {
        Failure failure = Failure.of(TEXTS.get("read", path), e);
        return e instanceof EngineException refused && refused.status() == NOT_FOUND
                ? new Failure(failure.what(), TEXTS.get("no.folder", path), TEXTS.get("no.folder.hint"),
                        failure.details())
                : failure;
    }

    /** Copies {@code items} into a folder of the host. */
    public Job download(List<FileItem> items, Path to) {
        return jobs.start(title("download", items), report -> {
            List<String> skipped = new ArrayList<>();
            for (FileItem item : items) {
                skipped.addAll(tree.download(item.path(), to, told(report, item.name(), size(item))));
            }
            if (!skipped.isEmpty()) {
                throw new IOException(TEXTS.get("skipped", to, String.join(", ", skipped)));
            }
        });
    }

    private static long size(FileItem item) {
        return item.kind() == FileKind.FILE ? item.entry().size() : 0;
    }

    /** Copies files of the host into the folder that is shown. */
    public Job upload(List<Path> files) {
        String to = folder.get().path();
        return jobs.start(TEXTS.get("upload.title", files.size(), to), report -> {
            FileSelection selection = FileSelection.of(files);
            tree.upload(selection, to, told(report, "", selection.bytes()));
            refresh(to);
        });
    }

    private static LongConsumer told(Job.Report report, String name, long whole) {
        return moved -> report.at(whole > 0 ? Math.min(1, (double) moved / whole) : -1,
                (name + " " + Amounts.bytes(moved)).strip());
    }

    /** Makes a folder in the one that is shown. */
    public Job makeFolder(String name) {
        String in = folder.get().path();
        return jobs.start(TEXTS.get("make.title", name), report -> {
            if (name.isBlank() || name.contains("/") || name.equals(".") || name.equals("..")) {
                throw new IOException(TEXTS.get("bad.name", name));
            }
            // An empty folder of the host that is copied there: so it works in what does not run, too.
            Path stage = Files.createTempDirectory("wherry-folder");
            Path made = stage.resolve(name);
            try {
                Files.createDirectory(made);
                tree.upload(FileSelection.of(List.of(made)), in, moved -> {
                });
            } finally {
                Files.deleteIfExists(made);
                Files.delete(stage);
            }
            refresh(in);
        });
    }

    /** Deletes {@code items}, folders with all that is in them. */
    public Job delete(List<FileItem> items) {
        String in = folder.get().path();
        return jobs.start(title("delete", items), report -> {
            for (int i = 0; i < items.size(); i++) {
                if (Thread.interrupted()) {
                    throw new InterruptedIOException();
                }
                report.at((double) i / items.size(), items.get(i).name());
                tree.delete(items.get(i).path());
            }
            refresh(in);
        });
    }

    private static String title(String what, List<FileItem> items) {
        return items.size() == 1
                ? TEXTS.get(what + ".title", items.getFirst().name())
                : TEXTS.get(what + ".title.many", items.size());
    }

    private void refresh(String path) {
        if (folder.get().path().equals(path)) {
            reload();
        }
    }

    /**
     * Goes to a folder, also by a link, or reads the beginning of a file for a look at it.
     *
     * @param shown is told of a file, on another thread
     */
    public void enter(FileItem item, Consumer<FilePreview> shown) {
        switch (item.kind()) {
            case FOLDER -> open(item.path());
            case FILE, LINK -> jobs.start(TEXTS.get("preview.title", item.name()), report -> {
                String target = item.kind() == FileKind.LINK ? tree.stat(item.path()).linkTarget() : "";
                String path = target.isEmpty() ? item.path() : target;
                switch (tree.stat(path).kind()) {
                    case FOLDER -> open(path);
                    case FILE -> shown.accept(FilePreview.of(path, tree.beginning(path, FilePreview.MOST + 1)));
                    case LINK, SPECIAL -> shown.accept(FilePreview.NONE);
                }
            });
            case SPECIAL -> shown.accept(FilePreview.NONE);
        }
    }

    /** Ends the reading. */
    @Override
    public synchronized void close() {
        if (reading != null) {
            reading.interrupt();
        }
    }
}
