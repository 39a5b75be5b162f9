// What there is to upgrade to.
package dev.wherry.engine.image;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.fetch.FetchException;
import dev.wherry.engine.fetch.Fetcher;
import org.jspecify.annotations.Nullable;

/**
 * The newest versions, as the release feed names them; vm-image/README.md has its form. The feed is not signed and need not be: it
 * only says where to look, and what is found there has to carry a signature.
 *
 * @param program the newest program; null when the feed names none
 * @param images  the newest guest images, at most one for an architecture
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReleaseFeed(@Nullable Program program, @Nullable List<Offer> images) {

    private static final int FORMAT = 1;
    private static final int LIMIT = 256 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A version of Wherry itself.
     *
     * @param version its number
     * @param url     a page to get it from
     * @param notes   what is new, in a few lines; null when nobody wrote any
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Program(String version, String url, @Nullable String notes) {
        public Program {
            version = required(version, "version");
            url = required(url, "url");
            notes = notes == null ? null : printable(notes);
        }
    }

    /**
     * A guest image.
     *
     * @param arch    Debian's name of the architecture
     * @param version its name
     * @param serial  larger than that of every image before
     * @param url     the folder that it is in, which may be given as seen from the feed
     * @param notes   what is new, in a few lines; null when nobody wrote any
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Offer(String arch, String version, long serial, String url, @Nullable String notes) {
        public Offer {
            arch = required(arch, "arch");
            version = required(version, "version");
            url = required(url, "url");
            notes = notes == null ? null : printable(notes);
        }
    }

    private static String required(@Nullable String text, String name) {
        if (text == null) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return text.replaceAll("\\p{Cntrl}", "");
    }

    // Nobody vouches for these texts, and terminals obey what they are told.
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]", "");
    }

    /**
     * Asks for the feed.
     *
     * @throws FetchException when it cannot be had, or is no feed
     */
    public static ReleaseFeed fetch(Fetcher fetcher, URI address) throws FetchException, InterruptedException {
        byte[] text = fetcher.small(address, LIMIT);
        try {
            JsonNode tree = JSON.readTree(text);
            if (tree.path("format").asInt() != FORMAT) {
                throw new FetchException(
                        address + " is no release feed that this version of Wherry can read: its format is "
                                + tree.path("format").asText("not named") + " instead of " + FORMAT + ".");
            }
            return JSON.treeToValue(tree, ReleaseFeed.class);
        } catch (JsonProcessingException e) {
            throw new FetchException(address + " is no release feed: " + e.getOriginalMessage() + ".");
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can always be read", e);
        }
    }

    /** The guest image for {@code arch}; empty when the feed names none. */
    public Optional<Offer> imageFor(String arch) {
        return images == null
                ? Optional.empty()
                : images.stream().filter(Objects::nonNull).filter(offer -> arch.equals(offer.arch)).findFirst();
    }
}
