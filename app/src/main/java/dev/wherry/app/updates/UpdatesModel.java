// Newer versions, as the app tells of them.
package dev.wherry.app.updates;

import java.util.List;

import dev.wherry.app.model.Job;
import dev.wherry.app.model.Jobs;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.preferences.PreferencesFile;
import dev.wherry.app.text.Texts;

/** What there is, and what of it the user still wants to hear of. It never does more than tell. */
public final class UpdatesModel implements Subscription {

    private static final Texts TEXTS = Texts.of(UpdatesModel.class);

    private final Live<UpdateView> all;
    private final Live<UpdateView> announced;
    private final PreferencesFile preferences;
    private final Jobs jobs;
    private final Scope scope = new Scope();

    /** Of what {@code watch} finds; {@code preferences} keep what was dismissed. */
    public UpdatesModel(UpdateWatch watch, PreferencesFile preferences, Jobs jobs) {
        this(watch.view(), preferences, jobs);
    }

    UpdatesModel(Live<UpdateView> found, PreferencesFile preferences, Jobs jobs) {
        this.all = found;
        this.preferences = preferences;
        this.jobs = jobs;
        this.announced = Live.computed(scope,
                () -> found.get().without(preferences.preferences().get().dismissed()), found,
                preferences.preferences());
    }

    /** All that is known, for who asks. */
    public Live<UpdateView> all() {
        return all;
    }

    /** The same without what was dismissed, to be told unasked. */
    public Live<UpdateView> announced() {
        return announced;
    }

    /** Tells of {@code updates} no more; of later versions again. */
    public Job dismiss(List<Update> updates) {
        return jobs.start(TEXTS.get("job.dismiss"), report -> preferences.change(
                old -> old.withDismissed(updates.stream().map(Update::key).toList())));
    }

    @Override
    public void close() {
        scope.close();
    }
}
