// Whether commands can be run in the guest.
package dev.wherry.engine.doctor;

/** Runs a command in the guest. */
final class GuestReachCheck implements Check {

    private final Subject subject;

    GuestReachCheck(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String id() {
        return "guest";
    }

    @Override
    public String title() {
        return "Guest";
    }

    @Override
    public Finding run() throws Exception {
        return judge(subject.guest());
    }

    Finding judge(GuestAnswer answer) {
        return switch (answer) {
            case GuestAnswer.Facts facts -> Finding.passed(this, "answers");
            case GuestAnswer.Silent silent -> Finding.failed(this,
                    "Tried to run a command in the guest but failed because " + silent.why() + ".",
                    subject.wherry() + " reset restarts it by power cut; what is on its disk is kept.");
            case GuestAnswer.Unasked unasked -> Finding.skipped(this, unasked.why());
        };
    }
}
