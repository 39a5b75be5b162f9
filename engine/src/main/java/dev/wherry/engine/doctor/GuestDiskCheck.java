// Whether the guest's data disk has room.
package dev.wherry.engine.doctor;

/** Looks at the file system that holds containers, images and volumes. */
final class GuestDiskCheck extends GuestCheck {

    private static final int FULL_SOON = 85;
    private static final int FULL = 97;

    GuestDiskCheck(Subject subject) {
        super(subject);
    }

    @Override
    public String id() {
        return "guest-disk";
    }

    @Override
    public String title() {
        return "Space in the guest";
    }

    @Override
    Finding judge(GuestFacts facts) {
        int percent = facts.data().percent();
        String fact = percent + " % of the data disk is in use, " + facts.data().available().rounded() + " are free";
        String fix = subject().wherry() + " docker system prune";
        if (percent >= FULL) {
            return Finding.failed(this, fact + ".", fix);
        }
        return percent >= FULL_SOON ? Finding.warning(this, fact + ".", fix) : Finding.passed(this, fact);
    }
}
