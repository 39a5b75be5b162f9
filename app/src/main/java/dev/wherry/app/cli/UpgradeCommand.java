// "wherry upgrade"
package dev.wherry.app.cli;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.wherry.app.updates.KnownFeed;
import dev.wherry.app.updates.UpdateSource;
import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.agent.Progress;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.fetch.FetchException;
import dev.wherry.engine.fetch.Fetcher;
import dev.wherry.engine.fetch.Patience;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.image.GuestImage;
import dev.wherry.engine.image.ImageException;
import dev.wherry.engine.image.ImageFetch;
import dev.wherry.engine.image.ImageLocation;
import dev.wherry.engine.image.ImageStore;
import dev.wherry.engine.image.ReleaseFeed;
import dev.wherry.engine.image.TrustedKeys;
import dev.wherry.engine.machine.MachineState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for newer versions, fetches a newer guest image, and brings the machine to it. */
@Command(description = "Look for newer versions, and bring the machine to the newest guest image.", footer = {"",
        "A new guest image is fetched, its signature checked, and the machine started with it; when its engine does not come",
        "up, the machine goes back to the image from before. The machine's data is the same all along. A new version of Wherry",
        "itself is only told of. \"updates\" in the settings says where to look, and whether to.", "", "Example:",
        "  wherry upgrade --check"})
final class UpgradeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private ProgressOptions progressOptions;
    @Mixin
    private Consent consent;
    @Option(names = "--check", description = "Only tell what there is.")
    private boolean check;
    @Option(names = "--back", description = "Take the guest image from before the last upgrade, from the next start on.")
    private boolean back;
    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        ImageStore store = new ImageStore(Directories.ofCurrentUser().data());
        if (back) {
            return goBack(store);
        }
        try {
            upgrade(store);
            return ExitCode.DONE;
        } catch (ImageException e) {
            throw new AgentException(AgentException.Kind.PRECHECK, e.getMessage(), "Nothing was changed.");
        } catch (FetchException e) {
            throw new AgentException(AgentException.Kind.FAILED, e.getMessage(),
                    "Nothing was changed. Run it again when "
                            + "that is put right; \"" + machine.wherry()
                            + " config get updates.url\" shows where it looks.");
        }
    }

    private int goBack(ImageStore store) throws Exception {
        if (!store.goBack()) {
            throw new AgentException(AgentException.Kind.PRECHECK,
                    "There is no guest image to go back to: the one in use came with the program.", "");
        }
        return say("The next start uses the guest image " + installed().version() + ".");
    }

    private void upgrade(ImageStore store) throws Exception {
        GuestImage.Manifest installed = installed();
        MachineReport report = machine.launcher().status();
        String running = report.vm() == null ? null : report.vm().image();
        UpdateSource source = UpdateSource.of(ConfigShowCommand.settings(machine).updates());
        Optional<URI> address = source.address();
        if (address.isEmpty()) {
            finish(UpgradeReport.of(installed, running).unasked(source.reason()), source.reason());
            bringToInstalled(installed.version(), running);
            return;
        }
        try (Fetcher fetcher = new Fetcher(System.getenv(), Patience.USUAL)) {
            ReleaseFeed feed = ReleaseFeed.fetch(fetcher, address.get());
            KnownFeed.in(Directories.ofCurrentUser().data()).remember(Instant.now(), address.get(), feed);
            UpgradeReport found = UpgradeReport.of(installed, running).with(feed.program());
            Optional<ReleaseFeed.Offer> offer = feed.imageFor(installed.arch())
                    .filter(image -> image.serial() != installed.serial());
            if (offer.isEmpty() || offer.get().serial() < installed.serial() || ImageLocation.named().isPresent()) {
                finish(found, whyNot(offer));
                bringToInstalled(installed.version(), running);
                return;
            }
            ImageFetch images = new ImageFetch(fetcher, store, TrustedKeys.ofThisProgram());
            ImageFetch.Found image = images.find(offer.get(), address.get(), installed);
            finish(found.with(image.manifest(), offer.get().notes()), "");
            if (!check) {
                take(images, image, store, report.state());
            }
        }
    }

    private static String whyNot(Optional<ReleaseFeed.Offer> offer) {
        return offer.map(image -> ImageLocation.named().isPresent()
                ? "There is the guest image " + image.version()
                        + "; it is not fetched because WHERRY_IMAGE names another."
                : "The feed offers the guest image " + image.version()
                        + ", which is older than the one here; it is not taken.")
                .orElse("");
    }

    private void take(ImageFetch images, ImageFetch.Found image, ImageStore store, MachineState state)
            throws Exception {
        if (state != MachineState.ABSENT && state != MachineState.STOPPED && state != MachineState.FAILED) {
            consent.require("restart the machine, with all containers that run");
        }
        String version = image.manifest().version();
        try (ProgressLine progress = progressOptions.line(spec)) {
            images.fetch(image, done -> progress.show(new Progress("fetch", done, "Fetching the guest image")));
            if (state == MachineState.ABSENT) {
                store.choose(version);
                progress.note("The first start will use the guest image " + version + ".");
                return;
            }
            try (ControlClient agent = machine.connect()) {
                agent.upgrade(version, Overrides.of(System.getenv(), Map.of()), progress::show);
                progress.note("The guest image " + version + " works and is in use.");
            }
        }
    }

    // A machine that has been running since before the program was replaced, or before another machine's upgrade.
    private void bringToInstalled(String installed, @Nullable String running) throws Exception {
        if (check || running == null || running.equals(installed)) {
            return;
        }
        consent.require("restart the machine, with all containers that run");
        try (ControlClient agent = machine.connect(); ProgressLine progress = progressOptions.line(spec)) {
            agent.restart(Overrides.of(System.getenv(), Map.of()), progress::show);
            progress.note("Running the guest image " + installed + ".");
        }
    }

    private void finish(UpgradeReport report, String note) throws Exception {
        if (json) {
            Json.print(spec, report);
            return;
        }
        report.lines(note).forEach(this::say);
    }

    private int say(String line) {
        spec.commandLine().getOut().println(line);
        return ExitCode.DONE;
    }

    private static GuestImage.Manifest installed() throws AgentException {
        try {
            return GuestImage.open(ImageLocation.in(Directories.ofCurrentUser())).manifest();
        } catch (ImageException e) {
            throw new AgentException(AgentException.Kind.PRECHECK, e.getMessage(), ImageLocation.REMEDY);
        }
    }
}
