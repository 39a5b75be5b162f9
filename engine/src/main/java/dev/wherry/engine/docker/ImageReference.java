// Names of container images.
package dev.wherry.engine.docker;

/**
 * A container image's name, taken apart.
 *
 * @param repository such as {@code nginx} or {@code registry.example:5000/shop/web}
 * @param tag        such as {@code latest}; {@code sha256:…} for a name by content
 */
public record ImageReference(String repository, String tag) {

    /** Takes a name apart; without a tag it means {@code latest}. */
    public static ImageReference parse(String name) {
        int at = name.indexOf('@');
        if (at >= 0) {
            return new ImageReference(withoutTag(name.substring(0, at)), name.substring(at + 1));
        }
        String repository = withoutTag(name);
        return new ImageReference(repository,
                repository.length() == name.length() ? "latest" : name.substring(repository.length() + 1));
    }

    // A colon before the last slash is a registry's port.
    private static String withoutTag(String name) {
        int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** The registry that it lives in, as docker's config.json names that: {@link RegistryLogins#DOCKER_HUB} unless it says. */
    public String registry() {
        int slash = repository.indexOf('/');
        String first = slash < 0 ? "" : repository.substring(0, slash);
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        return !host || first.equals("docker.io") || first.equals("index.docker.io")
                ? RegistryLogins.DOCKER_HUB
                : first;
    }

    @Override
    public String toString() {
        return repository + (tag.contains(":") ? "@" : ":") + tag;
    }
}
