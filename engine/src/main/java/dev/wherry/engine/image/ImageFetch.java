// Brings a new guest image here.
package dev.wherry.engine.image;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

import dev.wherry.engine.fetch.Addresses;
import dev.wherry.engine.fetch.FetchException;
import dev.wherry.engine.fetch.Fetcher;
import dev.wherry.engine.host.PrivateFiles;

/** Fetches a guest image into the store; nothing gets in that is not signed, whole, and newer than what is in use. */
public final class ImageFetch {

    private static final int MANIFEST_LIMIT = 1024 * 1024;
    private static final int SIGNATURE_LIMIT = 1024;
    /** What is left free for everything else. */
    private static final long SPARE = 256L << 20;

    private final Fetcher fetcher;
    private final ImageStore store;
    private final TrustedKeys keys;

    /**
     * Into {@code store}.
     *
     * @param keys whose signature counts
     */
    public ImageFetch(Fetcher fetcher, ImageStore store, TrustedKeys keys) {
        this.fetcher = fetcher;
        this.store = store;
        this.keys = keys;
    }

    /** An image that can be fetched: where it is, and its signed manifest to the byte. */
    public static final class Found {

        private final URI base;
        private final GuestImage.Manifest manifest;
        private final byte[] json;
        private final byte[] signature;

        private Found(URI base, GuestImage.Manifest manifest, byte[] json, byte[] signature) {
            this.base = base;
            this.manifest = manifest;
            this.json = json;
            this.signature = signature;
        }

        /** What it is. */
        public GuestImage.Manifest manifest() {
            return manifest;
        }
    }

    /**
     * Looks at what is offered.
     *
     * @param feed  where the offer was read
     * @param inUse the manifest of the image in use
     * @throws ImageException when it is not signed by a trusted key, is not what the feed says, or is not newer
     * @throws FetchException when it cannot be had
     */
    public Found find(ReleaseFeed.Offer offer, URI feed, GuestImage.Manifest inUse)
            throws ImageException, FetchException, InterruptedException {
        URI base = Addresses.resolve(feed, offer.url().endsWith("/") ? offer.url() : offer.url() + "/");
        byte[] json = fetcher.small(base.resolve(GuestImage.MANIFEST), MANIFEST_LIMIT);
        byte[] signature = fetcher.small(base.resolve(GuestImage.SIGNATURE), SIGNATURE_LIMIT);
        keys.check("The guest image at " + base, json, signature);
        GuestImage.Manifest manifest = GuestImage.parse(base.toString(), json);
        if (!manifest.arch().equals(inUse.arch()) || !manifest.version().equals(offer.version())
                || manifest.serial() != offer.serial()) {
            throw new ImageException("The guest image at " + base + " is version " + manifest.version() + " for "
                    + manifest.arch() + ", number " + manifest.serial() + ", which is not what was announced.");
        }
        if (manifest.serial() <= inUse.serial()) {
            throw new ImageException("The guest image at " + base + " is not newer than the one in use.");
        }
        return new Found(base, manifest, json, signature);
    }

    /**
     * Fetches what was found, from where an earlier try has left off.
     *
     * @param progress is told how much is there, from 0 to 1
     * @throws ImageException when there is no room for it
     * @throws FetchException when it cannot be had, or is damaged
     */
    public void fetch(Found found, DoubleConsumer progress)
            throws ImageException, FetchException, InterruptedException {
        Path folder = store.incoming(found.manifest.version());
        try {
            store.reopen(found.manifest.version());
            PrivateFiles.createDirectories(folder);
            requireSpace(folder, found.manifest);
            long before = 0;
            for (GuestImage.Part part : found.manifest.parts()) {
                Path file = folder.resolve(part.file());
                long others = before;
                if (!Files.exists(file) || !ImageVerifier.sha256(file).equals(part.sha256())) {
                    fetcher.file(found.base.resolve(part.file()), file, part.size(), part.sha256(),
                            bytes -> progress.accept((double) (others + bytes) / found.manifest.size()));
                }
                before += part.size();
            }
            Files.write(folder.resolve(GuestImage.MANIFEST), found.json);
            Files.write(folder.resolve(GuestImage.SIGNATURE), found.signature);
            store.admit(found.manifest.version());
        } catch (IOException e) {
            throw new ImageException("Tried to put the guest image into " + folder + " but failed because "
                    + e.getMessage() + ".");
        }
    }

    private static void requireSpace(Path folder, GuestImage.Manifest manifest) throws IOException, ImageException {
        long present = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                present += Files.size(file);
            }
        }
        long needed = manifest.size() - present + SPARE;
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new ImageException("The guest image needs " + (needed >> 20) + " MiB on the disk that holds " + folder
                    + ", and " + (free >> 20) + " MiB are free.");
        }
    }
}
