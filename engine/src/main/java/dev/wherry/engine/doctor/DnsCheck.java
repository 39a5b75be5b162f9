// Whether the guest can look up names.
package dev.wherry.engine.doctor;

import java.net.InetAddress;
import java.time.Duration;

import dev.wherry.engine.doctor.GuestFacts.Lookup;

/** Has a name looked up in the guest, and on the host when that fails: offline is something else than broken. */
final class DnsCheck extends GuestCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    DnsCheck(Subject subject) {
        super(subject);
    }

    @Override
    public String id() {
        return "dns";
    }

    @Override
    public String title() {
        return "Names in the guest";
    }

    @Override
    Finding judge(GuestFacts facts) throws InterruptedException {
        return judge(facts.names(), facts.names() == Lookup.FOUND || hostFinds());
    }

    private static boolean hostFinds() throws InterruptedException {
        try {
            return TimeLimit.within(PATIENCE, () -> InetAddress.getAllByName(GuestFacts.NAME)).length > 0;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return false; // it knows no such name, or nobody to ask, or nobody answers
        }
    }

    Finding judge(Lookup guest, boolean host) {
        if (guest == Lookup.FOUND) {
            return Finding.passed(this, "the guest finds " + GuestFacts.NAME);
        }
        String saying = guest == Lookup.REFUSED ? "its name server knows none" : "its name server does not answer";
        return host
                ? Finding.failed(this, "This computer finds " + GuestFacts.NAME + " and the guest does not: " + saying
                        + ".", subject().wherry() + " restart, which lets QEMU take up this computer's network anew")
                : Finding.warning(this, "Neither the guest nor this computer finds " + GuestFacts.NAME
                        + ": this computer seems to be offline.", "Connect this computer to a network.");
    }
}
