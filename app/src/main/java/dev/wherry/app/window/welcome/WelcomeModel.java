// Sets the machine up for somebody who has just come.
package dev.wherry.app.window.welcome;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.desk.MachineSettings;
import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Live;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.settings.HostLimits;
import dev.wherry.app.settings.LoginStart;
import dev.wherry.app.settings.MachineContext;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.config.ConfigDocument;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.KeyPath;
import dev.wherry.engine.host.Directories;

/** Takes the choices, makes and starts the machine, and runs the first container. Everything can be changed later. */
public final class WelcomeModel {

    private static final Texts TEXTS = Texts.of(WelcomeModel.class);
    /** What can be chosen about the machine here. */
    static final List<ConfigKey> KEYS = List.of(ConfigKey.CPUS, ConfigKey.MEMORY, ConfigKey.DISK);

    private static final KeyPath HOME = new KeyPath(ConfigKey.SHARES, List.of("home"));
    private static final String NOT_SHARED = "off";

    /**
     * What is wanted besides the machine's size.
     *
     * @param home    whether containers may use the user's home folder
     * @param login   whether the app is to start at login
     * @param context whether docker clients are to know the machine by name; their current context stays as it is
     */
    record Choices(boolean home, boolean login, boolean context) {
    }

    /** How far it is. */
    sealed interface Step {
    }

    /** The user chooses. */
    record Choosing() implements Step {
    }

    /** The machine is made and started. */
    record SettingUp() implements Step {
    }

    /** That failed. */
    record Failed(Failure failure) implements Step {
    }

    /** The machine runs. */
    record Ready(Trial trial) implements Step {
    }

    /** How the first container stands. */
    sealed interface Trial {
    }

    /** Nobody has asked for it yet. */
    record Offered() implements Trial {
    }

    /** It is being started. */
    record UnderWay() implements Trial {
    }

    /** Its page answers. */
    record Answering(String address) implements Trial {
    }

    /** It could not be started. */
    record Unsuccessful(Failure failure) implements Trial {
    }

    private final Desk desk;
    private final MachineSettings settings;
    private final HostLimits limits;
    private final LoginStart login;
    private final MachineContext context;
    private final Live<Step> step = new Live<>(new Choosing());
    private final Map<ConfigKey, String> wanted = new EnumMap<>(ConfigKey.class);

    /** For {@code desk}'s machine. */
    public WelcomeModel(Desk desk) {
        this(desk, LoginStart.ofThisProgram(), new MachineContext(desk.machine().get().report().name(), desk.files(),
                System.getenv(), Directories.home()));
    }

    WelcomeModel(Desk desk, LoginStart login, MachineContext context) {
        this.desk = desk;
        this.settings = desk.settings();
        this.limits = settings.limits();
        this.login = login;
        this.context = context;
    }

    /** How far it is. */
    Live<Step> step() {
        return step;
    }

    /** The machine meanwhile. */
    Live<MachineView> machine() {
        return desk.machine();
    }

    HostLimits limits() {
        return limits;
    }

    /** What is proposed for {@code key}. */
    String proposal(ConfigKey key) {
        return settings.file().defaults().value(key).asText();
    }

    /** Wants {@code value} for {@code key}; what is wrong with it, if anything is. */
    Optional<String> want(ConfigKey key, String value) {
        try {
            KeyPath.of(key).value(value);
            wanted.put(key, value);
            return Optional.empty();
        } catch (ConfigException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Why the app cannot start at login; empty when it can. */
    String loginObstacle() {
        return login.obstacle().orElse("");
    }

    /** What docker clients would call the machine. */
    String contextName() {
        return context.name();
    }

    /** Makes and starts the machine, and does what else is wanted. */
    void setUp(Choices choices) {
        step.set(new SettingUp());
        Job writing = desk.jobs().start(TEXTS.get("job.settings"),
                report -> settings.change(present -> chosen(present, choices.home())));
        follow(writing, () -> follow(desk.actions().start(), () -> step.set(new Ready(new Offered()))));
        if (choices.login()) {
            desk.jobs().start(TEXTS.get("job.login"), report -> login.enable(true));
        }
        if (choices.context()) {
            desk.jobs().start(TEXTS.get("job.context", context.name()), report -> context.install(false));
        }
    }

    // What is as it would be anyway stays out of the file.
    private ConfigDocument chosen(ConfigDocument present, boolean home) throws ConfigException {
        ConfigDocument document = home ? present.without(HOME) : present.with(HOME, NOT_SHARED);
        for (Map.Entry<ConfigKey, String> entry : wanted.entrySet()) {
            KeyPath path = KeyPath.of(entry.getKey());
            if (!entry.getValue().equals(proposal(entry.getKey()))) {
                document = document.with(path, entry.getValue());
            } else {
                document = document.without(path);
            }
        }
        return document;
    }

    private void follow(Job job, Runnable next) {
        AtomicBoolean went = new AtomicBoolean();
        job.state().listen(() -> {
            switch (job.state().get()) {
                case Job.Running running -> {
                }
                case Job.Done done -> {
                    // Both the job's end and the listening itself may tell of it.
                    if (went.compareAndSet(false, true)) {
                        next.run();
                    }
                }
                case Job.Cancelled cancelled -> step.set(new Choosing());
                case Job.Failed failed -> {
                    step.set(new Failed(failed.failure()));
                    desk.dismiss(failed.failure());
                }
            }
        });
    }

    /** Back to the choices. */
    void chooseAgain() {
        step.set(new Choosing());
    }

    /** Runs the first container. */
    void tryIt() {
        step.set(new Ready(new UnderWay()));
        Job job = desk.jobs().start(TEXTS.get("job.try"), report -> {
            String address = new HelloContainer(desk.engine().client(), desk.launcher()).run();
            step.set(new Ready(new Answering(address)));
        });
        job.state().listen(() -> {
            switch (job.state().get()) {
                case Job.Failed failed -> {
                    step.set(new Ready(new Unsuccessful(failed.failure())));
                    desk.dismiss(failed.failure());
                }
                case Job.Cancelled cancelled -> step.set(new Ready(new Offered()));
                case Job.Running running -> {
                }
                case Job.Done done -> {
                }
            }
        });
    }

    /** The first screen is not shown any more. */
    Job finish() {
        return desk.jobs().start(TEXTS.get("job.finish"),
                report -> desk.preferences().change(Preferences::afterWelcome));
    }
}
