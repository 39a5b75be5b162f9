// One large file on its way here.
package dev.wherry.engine.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Fetches a file in as many tries as it takes, each from where the one before has left off, as long as the server has the same file
 * and answers with the range that was asked for. Whatever it answers, what counts in the end is the digest.
 */
final class Download {

    /** The server's trouble, which may pass. */
    private static final Set<Integer> PASSING = Set.of(408, 416, 429, 500, 502, 503, 504);

    private final Fetcher fetcher;
    private final Patience patience;
    private final URI address;
    private final PartialFile file;
    private final long end;

    Download(Fetcher fetcher, Patience patience, URI address, PartialFile file) {
        this.fetcher = fetcher;
        this.patience = patience;
        this.address = address;
        this.file = file;
        this.end = System.nanoTime() + patience.whole().toNanos();
    }

    void run(String sha256, LongConsumer progress) throws FetchException, InterruptedException {
        try {
            fetch(progress);
            if (!file.finish(sha256)) {
                throw new FetchException(
                        address + " does not have the contents that were announced; it was thrown away.");
            }
        } catch (IOException e) {
            throw Fetcher.failed(address, e);
        }
    }

    private void fetch(LongConsumer progress) throws FetchException, IOException, InterruptedException {
        int failures = 0;
        while (!file.isWhole()) {
            long before = file.present();
            try {
                attempt(before, progress);
            } catch (IOException e) {
                failures = file.present() > before ? 1 : failures + 1;
                if (failures >= patience.attempts() || System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(patience.pause().multipliedBy(failures));
            }
        }
    }

    private void attempt(long present, LongConsumer progress) throws FetchException, IOException, InterruptedException {
        boolean resume = present > 0 && present < file.size();
        HttpResponse<InputStream> response = fetcher.get(address, resume
                ? Map.of("Range", "bytes=" + present + "-", "If-Range", file.mark())
                : Map.of());
        try (SilenceGuard body = new SilenceGuard(response.body(), patience.silence());
                OutputStream out = open(response, resume ? present : 0)) {
            copy(body, out, progress);
        }
    }

    private OutputStream open(HttpResponse<InputStream> response, long present) throws FetchException, IOException {
        int status = response.statusCode();
        if (status == 206 && present > 0) {
            String range = response.headers().firstValue("content-range").orElse("");
            if (!range.startsWith("bytes " + present + "-")) {
                file.discard();
                throw new IOException("it was asked for the rest from byte " + present + " and answered with \"" + range
                        + "\"");
            }
            return file.append();
        }
        if (PASSING.contains(status)) {
            if (status == 416) {
                file.discard();
            }
            throw new IOException("it answers with HTTP status " + status);
        }
        Fetcher.requireOk(address, status);
        return file.create(mark(response));
    }

    // A weak mark says no more than that the file means the same.
    private static String mark(HttpResponse<InputStream> response) {
        String tag = response.headers().firstValue("etag").orElse("");
        return tag.isEmpty() || tag.startsWith("W/") ? response.headers().firstValue("last-modified").orElse("") : tag;
    }

    private void copy(SilenceGuard body, OutputStream out, LongConsumer progress) throws FetchException, IOException {
        byte[] buffer = new byte[64 * 1024];
        long count = file.present();
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            count += read;
            if (count > file.size()) {
                out.close();
                file.discard();
                throw new FetchException(address + " has more than the " + file.size() + " bytes that were announced.");
            }
            out.write(buffer, 0, read);
            progress.accept(count);
            if (System.nanoTime() > end) {
                throw new IOException("it took longer than " + patience.whole().toMinutes() + " minutes");
            }
        }
        if (count < file.size()) {
            throw new IOException("it ended after " + count + " of " + file.size() + " bytes");
        }
    }
}
