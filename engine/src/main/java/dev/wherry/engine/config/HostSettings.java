// What the user lets containers reach of this computer.
package dev.wherry.engine.config;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What containers may use of this computer besides its folders.
 *
 * @param loopback whether they may reach what listens on its loopback
 * @param sshAgent whether they may be given the user's SSH agent
 */
public record HostSettings(boolean loopback, boolean sshAgent) {

    private static final String LOOPBACK = "loopback";
    private static final String SSH_AGENT = "ssh_agent";

    static HostSettings of(JsonNode value) {
        return new HostSettings(value.path(LOOPBACK).asBoolean(true), value.path(SSH_AGENT).asBoolean(false));
    }

    // "on" and "off" are truth values in YAML.
    static boolean accepts(JsonNode value) {
        return value.isObject() && value.properties().stream().allMatch(
                entry -> Set.of(LOOPBACK, SSH_AGENT).contains(entry.getKey()) && entry.getValue().isBoolean());
    }
}
