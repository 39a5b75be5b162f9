// What a machine's configuration comes to on this computer at the moment.
package dev.wherry.engine.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigFile;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.Defaults;
import dev.wherry.engine.config.IdleSettings;
import dev.wherry.engine.config.MachineConfig;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.config.Settings;
import dev.wherry.engine.forward.PortPolicy;
import dev.wherry.engine.host.SshAgent;
import dev.wherry.engine.host.network.HostNetwork;
import dev.wherry.engine.proxy.Proxies;
import dev.wherry.engine.proxy.ProxyFinder;
import dev.wherry.engine.share.Share;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the configuration anew for each question. A VM that runs already is joined even while its configuration is broken, so
 * for that there are answers that never fail.
 */
final class MachineSettings {

    private static final Logger LOG = LoggerFactory.getLogger(MachineSettings.class);

    private final Path file;
    private final IdlePatience idle;

    /** By the configuration {@code file}, which need not be there. */
    MachineSettings(Path file) {
        this.file = file;
        this.idle = new IdlePatience(file);
    }

    /**
     * What holds for a start.
     *
     * @throws PrecheckException when the configuration or an override is wrong
     */
    MachineConfig config(Overrides overrides) throws PrecheckException {
        try {
            return Settings.resolve(new ConfigFile(file).read(), Defaults.ofThisComputer(), overrides).config();
        } catch (ConfigException e) {
            throw new PrecheckException(e.getMessage(), e.remedy());
        }
    }

    /** The folders to share now. */
    List<Share> shares() throws PrecheckException {
        return shares(config(Overrides.NONE));
    }

    /** The folders that {@code config} names. */
    static List<Share> shares(MachineConfig config) {
        return config.shares().stream()
                .map(shared -> Share.of(shared.folder(), shared.isReadOnly(), shared.origin().toString())).toList();
    }

    /** The same, none where the configuration is broken. */
    List<Share> sharesIfKnown() {
        try {
            return shares();
        } catch (PrecheckException e) {
            LOG.warn("No folder is shared: {}", e.getMessage());
            return List.of();
        }
    }

    /** Who is to reach published ports now, and where. */
    PortPolicy ports() throws PrecheckException {
        return config(Overrides.NONE).ports();
    }

    /** The same, loopback alone where the configuration is broken. */
    PortPolicy portsIfKnown() {
        try {
            return ports();
        } catch (PrecheckException e) {
            LOG.warn("Published ports are on loopback alone: {}", e.getMessage());
            return PortPolicy.LOOPBACK;
        }
    }

    /** What happens when nobody uses the machine. */
    IdleSettings idle() {
        return idle.settings();
    }

    /** How long a stage may take where the configuration is not asked. */
    static Duration defaultStageTimeout() {
        return Duration.ofSeconds(Defaults.ofThisComputer().value(ConfigKey.STAGE_TIMEOUT).asInt());
    }

    /** The SSH agent of whoever asks for the start, else of whoever has started this program. */
    static SshAgent agent(Overrides overrides) {
        String named = overrides.sshAgent();
        return HostNetwork.ofHost().sshAgent(named == null ? System.getenv(Overrides.SSH_AGENT) : named);
    }

    /** The proxies that {@code config}, the variables of the same, and this computer name. */
    static Proxies proxies(MachineConfig config, Overrides overrides) {
        Map<String, String> variables = overrides.proxyVariables();
        Proxies proxies = new ProxyFinder(variables == null ? System.getenv() : variables,
                HostNetwork.ofHost().proxy()).find(config.proxy());
        proxies.problems().forEach(problem -> LOG.warn("Proxy: {}", problem));
        LOG.info("Proxy: {}", proxies);
        return proxies;
    }
}
