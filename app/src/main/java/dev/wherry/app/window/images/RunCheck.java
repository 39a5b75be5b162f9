// What is wrong with a container as its form describes it.
package dev.wherry.app.window.images;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.wherry.app.text.Texts;
import dev.wherry.engine.docker.ContainerSummary;

/** Finds what the engine would refuse, and what it would not but nobody can want. */
final class RunCheck {

    private static final Texts TEXTS = Texts.of(RunCheck.class);
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");
    private static final int LAST_PORT = 65_535;

    private final List<ContainerSummary> others;

    /** @param others the containers that there are */
    RunCheck(List<ContainerSummary> others) {
        this.others = others;
    }

    /** What is wrong with {@code draft}, by the field: name, ports, variables, mounts, command, restart. */
    Map<String, String> problems(RunDraft draft) {
        Map<String, String> problems = new LinkedHashMap<>();
        problems.put("name", name(draft.name()));
        problems.put("ports", ports(draft.ports()));
        problems.put("variables", first(draft.variables(), RunCheck::variable));
        problems.put("mounts", mounts(draft.mounts()));
        problems.put("command", CommandWords.of(draft.command()).isPresent() ? "" : TEXTS.get("run.command.open"));
        problems.put("restart", draft.autoRemove() && draft.restart() != RunDraft.Restart.NO
                ? TEXTS.get("run.restart.remove")
                : "");
        problems.values().removeIf(String::isEmpty);
        return problems;
    }

    private String name(String name) {
        if (name.isBlank()) {
            return "";
        }
        if (!NAME.matcher(name.strip()).matches()) {
            return TEXTS.get("run.name.letters");
        }
        return others.stream().anyMatch(other -> other.names().contains(name.strip()))
                ? TEXTS.get("run.name.taken", name.strip())
                : "";
    }

    private String ports(List<RunDraft.Port> ports) {
        Set<String> taken = new HashSet<>();
        return first(ports, port -> {
            String wrong = port(port);
            if (wrong.isEmpty() && !port.host().isBlank()
                    && !taken.add(Integer.parseInt(port.host().strip()) + port.type())) {
                return TEXTS.get("run.port.twice", port.host().strip());
            }
            return wrong;
        });
    }

    private String port(RunDraft.Port port) {
        if (port.blank()) {
            return "";
        }
        if (port.container().isBlank()) {
            return TEXTS.get("run.port.container");
        }
        for (String number : List.of(port.container().strip(), port.host().strip())) {
            if (!number.isEmpty() && !isPort(number)) {
                return TEXTS.get("run.port.number", number, Integer.toString(LAST_PORT));
            }
        }
        return port.host().isBlank()
                ? ""
                : publisher(Integer.parseInt(port.host().strip()), port.type())
                        .map(other -> TEXTS.get("run.port.taken", port.host().strip(), other.name())).orElse("");
    }

    private Optional<ContainerSummary> publisher(int hostPort, String type) {
        return others.stream().filter(other -> other.ports().stream().anyMatch(
                port -> port.publicPort() != null && port.publicPort() == hostPort && port.type().equals(type)))
                .findFirst();
    }

    private static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LAST_PORT;
    }

    private static String variable(RunDraft.Variable variable) {
        if (variable.blank()) {
            return "";
        }
        return variable.name().isBlank() || variable.name().contains("=") || variable.name().contains(" ")
                ? TEXTS.get("run.variable.name")
                : "";
    }

    private static String mounts(List<RunDraft.Mount> mounts) {
        Set<String> taken = new HashSet<>();
        return first(mounts, mount -> {
            String wrong = mount(mount);
            return wrong.isEmpty() && !mount.blank() && !taken.add(mount.target().strip())
                    ? TEXTS.get("run.mount.twice", mount.target().strip())
                    : wrong;
        });
    }

    private static String mount(RunDraft.Mount mount) {
        if (mount.blank()) {
            return "";
        }
        String source = mount.source().strip();
        if (!source.startsWith("/") && !NAME.matcher(source).matches()) {
            return TEXTS.get("run.mount.source");
        }
        return mount.target().strip().matches("/.+") ? "" : TEXTS.get("run.mount.target");
    }

    private static <T> String first(Collection<T> rows, Function<T, String> problem) {
        return rows.stream().map(problem).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
