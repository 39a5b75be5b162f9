// How the doctor runs its checks.
package dev.wherry.engine.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DoctorTest {

    private record Planned(String id, Duration deadline, Callable<String> work) implements Check {
        @Override
        public String title() {
            return id;
        }

        @Override
        public Finding run() throws Exception {
            return Finding.passed(this, work.call());
        }
    }

    private static Planned planned(String id, Callable<String> work) {
        return new Planned(id, Duration.ofSeconds(20), work);
    }

    @Test
    @Timeout(20)
    void aCheckThatHangsFailsByItsDeadlineAndTheOthersGoOn() {
        CountDownLatch never = new CountDownLatch(1);
        Check hung = new Planned("hung", Duration.ofMillis(50), () -> {
            never.await();
            return "";
        });
        List<Finding> findings = new Doctor(List.of(hung, planned("well", () -> "all is well"))).examine();
        assertThat(findings).extracting(Finding::check).containsExactly("hung", "well");
        assertThat(findings).extracting(Finding::outcome).containsExactly(Outcome.FAILED, Outcome.PASSED);
        assertThat(findings.getFirst().cause()).contains("took longer than");
    }

    @Test
    void aCheckThatBreaksFailsWithItsReason() {
        Finding finding = new Doctor(List.of(planned("broken", () -> {
            throw new IOException("the disk is on fire");
        }))).examine().getFirst();
        assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(finding.cause()).contains("the disk is on fire");
        assertThat(finding.fix()).isNotEmpty();
    }

    @Test
    @Timeout(20)
    void checksRunAtTheSameTime() {
        CountDownLatch bothRun = new CountDownLatch(2);
        Callable<String> meeting = () -> {
            bothRun.countDown();
            bothRun.await();
            return "met";
        };
        assertThat(new Doctor(List.of(planned("one", meeting), planned("other", meeting))).examine())
                .allMatch(finding -> finding.outcome() == Outcome.PASSED);
    }

    @Test
    void onlyTheChecksThatAreNamedRun() {
        Doctor doctor = new Doctor(List.of(planned("one", () -> "1"), planned("other", () -> "2")));
        assertThat(doctor.examine(List.of("other"))).extracting(Finding::check).containsExactly("other");
    }
}
