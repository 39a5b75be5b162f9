// How we speak SSH: which algorithms, sizes and timeouts.
package dev.wherry.engine.guest;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientUserAuthServiceFactory;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.session.SessionHeartbeatController;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.core.CoreModuleProperties;

/** Makes SSH clients that are set up for a guest on the same computer, and that read no file of the user's. */
final class SshClients {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(5);
    private static final int UNANSWERED_KEEP_ALIVES = 3;

    private SshClients() {
    }

    /**
     * A started client; whoever gets it stops it.
     *
     * @param agents what is opened when a program in the guest asks the SSH agent
     * @param held whether the guest is held still, and cannot be expected to answer
     */
    static SshClient start(ServerKeyVerifier verifier, AgentChannels agents, BooleanSupplier held) {
        JdkSecurity.use();
        SshClient client = ClientBuilder.builder()
                // All of it goes over loopback: the fastest that both sides have, and nothing that is slow to start.
                .keyExchangeFactories(NamedFactory.setUpTransformedFactories(false,
                        List.of(BuiltinDHFactories.curve25519, BuiltinDHFactories.ecdhp256), ClientBuilder.DH2KEX))
                .cipherFactories(List.of(BuiltinCiphers.aes128gcm, BuiltinCiphers.aes256gcm))
                .macFactories(List.of(BuiltinMacs.hmacsha256etm)) // named in the proposal, unused with GCM
                .compressionFactories(List.of(BuiltinCompressions.none))
                .signatureFactories(List.of(BuiltinSignatures.ed25519))
                .serverKeyVerifier(verifier)
                .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                .build();
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setAgentFactory(null);
        client.setChannelFactories(List.of(agents)); // all else that the guest might open is refused
        client.setServiceFactories(List.of(ClientUserAuthServiceFactory.INSTANCE, KeepAlive.factory(held)));

        CoreModuleProperties.TCP_NODELAY.set(client, true);
        CoreModuleProperties.NIO_WORKERS.set(client, 2);
        // A window is what one stalled reader may cost in memory, and is many times what loopback has under way. OpenSSH fills
        // packets up to our limit when it has that much to say; fewer and larger ones cost less.
        CoreModuleProperties.WINDOW_SIZE.set(client, 1L << 20);
        CoreModuleProperties.MAX_PACKET_SIZE.set(client, 1L << 16);
        CoreModuleProperties.NIO2_READ_BUFFER_SIZE.set(client, 1 << 16);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.STOP_WAIT_TIME.set(client, Duration.ofSeconds(5));
        CoreModuleProperties.NIO2_MIN_WRITE_TIMEOUT.set(client, Duration.ZERO);
        // RFC 5647 and RFC 4344 let AES run for 2^32 blocks under one key; the library's own limits stop every gigabyte.
        CoreModuleProperties.REKEY_BYTES_LIMIT.set(client, 1L << 36);
        CoreModuleProperties.REKEY_TIME_LIMIT.set(client, Duration.ZERO);
        client.setSessionHeartbeat(SessionHeartbeatController.HeartbeatType.NONE, Duration.ZERO);
        CoreModuleProperties.HEARTBEAT_REQUEST.set(client, "keepalive@openssh.com");
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, KEEP_ALIVE);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, UNANSWERED_KEEP_ALIVES);
        client.start();
        return client;
    }
}
