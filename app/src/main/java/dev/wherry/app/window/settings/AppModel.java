// What the settings page shows of the app itself, and does with it.
package dev.wherry.app.window.settings;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Live;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.settings.LoginStart;
import dev.wherry.app.settings.MachineContext;
import dev.wherry.app.text.Texts;
import dev.wherry.engine.host.Directories;

/** The preferences, and how far Wherry is known to the rest of the computer. */
public final class AppModel {

    private static final Texts TEXTS = Texts.of(AppModel.class);

    private final Desk desk;
    private final MachineContext context;
    private final LoginStart login;
    private final Live<Boolean> startsAtLogin = new Live<>(false);
    private final Live<Boolean> contextInstalled = new Live<>(false);

    /** The preferences in {@code desk}. */
    public AppModel(Desk desk) {
        this(desk, new MachineContext(desk.machine().get().report().name(), desk.files(), System.getenv(),
                Directories.home()), LoginStart.ofThisProgram());
    }

    AppModel(Desk desk, MachineContext context, LoginStart login) {
        this.desk = desk;
        this.context = context;
        this.login = login;
    }

    /** How the user wants the app to be. */
    Live<Preferences> preferences() {
        return desk.preferences().preferences();
    }

    /** Changes the preferences. */
    Job change(UnaryOperator<Preferences> change) {
        return desk.jobs().start(TEXTS.get("job.preferences"), report -> desk.preferences().change(change));
    }

    /** Shows or hides notifications of a kind. */
    Job notify(String kind, boolean wanted) {
        return change(old -> {
            Set<String> silenced = new TreeSet<>(old.silenced());
            if (wanted) {
                silenced.remove(kind);
            } else {
                silenced.add(kind);
            }
            return old.withSilenced(silenced);
        });
    }

    /** Why the app cannot start at login; empty when it can. */
    String loginObstacle() {
        return login.obstacle().orElse("");
    }

    /** Whether the app starts at login, as of the last look. */
    Live<Boolean> startsAtLogin() {
        return startsAtLogin;
    }

    /** Lets the app start at login, or not any more. */
    Job startAtLogin(boolean wanted) {
        return desk.jobs().start(TEXTS.get("job.login"), report -> {
            try {
                login.enable(wanted);
            } finally {
                startsAtLogin.set(login.enabled());
            }
        });
    }

    /** What docker clients call the machine. */
    String contextName() {
        return context.name();
    }

    /** Whether they know it, as of the last look. */
    Live<Boolean> contextInstalled() {
        return contextInstalled;
    }

    /** Looks whether the docker context is there, and whether the app starts at login. */
    Job refresh() {
        return desk.jobs().start(TEXTS.get("job.look"), report -> {
            startsAtLogin.set(login.enabled());
            contextInstalled.set(context.isInstalled());
        });
    }

    /** Makes the docker context, or takes it away. */
    Job installContext(boolean wanted) {
        return desk.jobs().start(TEXTS.get(wanted ? "job.context.install" : "job.context.remove", context.name()),
                report -> {
                    try {
                        if (wanted) {
                            context.install(false);
                        } else {
                            context.remove();
                        }
                    } finally {
                        contextInstalled.set(context.isInstalled());
                    }
                });
    }

    /** Makes it docker's current context. */
    Job useContext() {
        return desk.jobs().start(TEXTS.get("job.context.use", context.name()), report -> {
            context.install(true);
            contextInstalled.set(true);
        });
    }
}
