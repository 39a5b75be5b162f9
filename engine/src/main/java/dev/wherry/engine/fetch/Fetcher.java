// Fetches files over HTTPS.
package dev.wherry.engine.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/** Fetches over HTTPS, or HTTP from this computer itself; redirects may lead nowhere else. */
public final class Fetcher implements AutoCloseable {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final Patience patience;

    /**
     * With the proxy that {@code environment} names.
     *
     * @param environment the variables of the process
     */
    public Fetcher(Map<String, String> environment, Patience patience) {
        this.client = HttpClient.newBuilder().proxy(new EnvironmentProxy(environment))
                .connectTimeout(patience.silence()).followRedirects(HttpClient.Redirect.NEVER).build();
        this.patience = patience;
    }

    /**
     * A small file.
     *
     * @param limit how many bytes it may have
     * @throws FetchException naming the address and what went wrong there
     */
    public byte[] small(URI address, int limit) throws FetchException, InterruptedException {
        try {
            HttpResponse<InputStream> response = get(address, Map.of());
            try (SilenceGuard body = new SilenceGuard(response.body(), patience.silence())) {
                requireOk(address, response.statusCode());
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                byte[] buffer = new byte[8 * 1024];
                for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                    all.write(buffer, 0, count);
                    if (all.size() > limit) {
                        throw new FetchException(address + " has more than the " + limit + " bytes that it may have.");
                    }
                }
                return all.toByteArray();
            }
        } catch (IOException e) {
            throw failed(address, e);
        }
    }

    /**
     * A large file, from where an earlier try has left off. What has come is kept beside {@code target} until it is whole.
     *
     * @param target   where to put it when it is whole and right; its folder exists
     * @param size     how many bytes it has
     * @param sha256   its digest in hexadecimal
     * @param progress is told how many bytes are there
     * @throws FetchException naming the address and what went wrong there
     */
    public void file(URI address, Path target, long size, String sha256, LongConsumer progress)
            throws FetchException, InterruptedException {
        new Download(this, patience, address, new PartialFile(target, size)).run(sha256, progress);
    }

    /** The answer to a request, whatever it is; its body is to be closed. */
    HttpResponse<InputStream> get(URI address, Map<String, String> headers)
            throws FetchException, IOException, InterruptedException {
        URI at = Addresses.require(address);
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(at).timeout(patience.silence());
            headers.forEach(request::header);
            HttpResponse<InputStream> response = send(request.build());
            String next = response.headers().firstValue("location").orElse("");
            if (!REDIRECTS.contains(response.statusCode()) || next.isEmpty()) {
                return response;
            }
            response.body().close();
            at = Addresses.resolve(at, next);
        }
        throw new FetchException(address + " leads from one address to the next without end.");
    }

    private HttpResponse<InputStream> send(HttpRequest request)
            throws FetchException, IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IllegalArgumentException e) {
            throw new FetchException("Tried to fetch " + request.uri() + " but failed because " + e.getMessage() + ".");
        }
    }

    static void requireOk(URI address, int status) throws FetchException {
        if (status != 200) {
            throw new FetchException(address + " answers with HTTP status " + status + ".");
        }
    }

    /** The failure of a try, for the user. */
    static FetchException failed(URI address, IOException e) {
        String why = e.getMessage();
        return new FetchException("Tried to fetch " + address + " but failed because "
                + (why == null || why.isBlank() ? "the server cannot be reached" : why) + ".");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
