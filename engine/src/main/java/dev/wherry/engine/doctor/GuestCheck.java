// What the checks of the guest have in common.
package dev.wherry.engine.doctor;

/** A check of what the guest says of itself; skipped when it says nothing. */
abstract sealed class GuestCheck implements Check permits ClockCheck, DnsCheck, GuestDiskCheck {

    private final Subject subject;

    GuestCheck(Subject subject) {
        this.subject = subject;
    }

    final Subject subject() {
        return subject;
    }

    @Override
    public final Finding run() throws Exception {
        return switch (subject.guest()) {
            case GuestAnswer.Facts(var facts) -> judge(facts);
            case GuestAnswer.Silent silent -> Finding.skipped(this, "the guest does not answer");
            case GuestAnswer.Unasked unasked -> Finding.skipped(this, unasked.why());
        };
    }

    abstract Finding judge(GuestFacts facts) throws Exception;
}
