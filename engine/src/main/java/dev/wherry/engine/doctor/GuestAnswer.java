// How far the guest can be spoken with.
package dev.wherry.engine.doctor;

import java.time.Duration;
import java.util.Optional;

/** What comes of asking the guest for its facts. */
sealed interface GuestAnswer {

    /** Long enough for a busy host and a guest that is emulated. */
    Duration PATIENCE = Duration.ofSeconds(15);

    /** It answered. */
    record Facts(GuestFacts facts) implements GuestAnswer {
    }

    /** It was asked and did not answer. */
    record Silent(String why) implements GuestAnswer {
    }

    /** There is nobody to ask. */
    record Unasked(String why) implements GuestAnswer {
    }

    static GuestAnswer ask(AgentAnswer agent, GuestShell shell) throws InterruptedException {
        Optional<String> obstacle = agent.obstacle();
        return obstacle.isPresent() ? new Unasked(obstacle.get()) : facts(shell);
    }

    private static GuestAnswer facts(GuestShell shell) throws InterruptedException {
        try {
            return new Facts(GuestFacts.parse(shell.run(GuestFacts.SCRIPT, PATIENCE)));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return new Silent(String.valueOf(e.getMessage()));
        }
    }
}
