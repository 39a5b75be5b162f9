// What the guest says of itself, in one go: every command there costs a tenth of a second and more.
package dev.wherry.engine.doctor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.wherry.engine.config.DataSize;

/**
 * Facts about the guest.
 *
 * @param clock its clock against the host's
 * @param data  the file system that holds containers, images and volumes
 * @param names what became of looking up {@link #NAME}
 */
record GuestFacts(ClockReading clock, Space data, Lookup names) {

    /** Where images come from: the name that most has to be found. */
    static final String NAME = "registry-1.docker.io";

    /** The clock comes first, as the moment of the first words is known. */
    static final String SCRIPT = "date +%s; df -P -k /data | tail -n 1; timeout 3 nslookup " + NAME + " 2>&1; true";

    private static final Pattern DF = Pattern.compile("^\\S+\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s");

    /**
     * The guest's clock.
     *
     * @param ahead   how far it is before the host's; negative when it is behind
     * @param exactTo how far that may be wrong, either way
     */
    record ClockReading(Duration ahead, Duration exactTo) {

        /** Of a clock that said {@code seconds} at some moment between the two. */
        static ClockReading of(long seconds, Instant asked, Instant answered) {
            Duration half = Duration.between(asked, answered).dividedBy(2);
            return new ClockReading(Duration.between(asked.plus(half), Instant.ofEpochSecond(seconds, 500_000_000)),
                    half.plusMillis(500));
        }

        /** Whether it is wrong by more than {@code limit} for certain. */
        boolean isOffByMoreThan(Duration limit) {
            return ahead.abs().minus(exactTo).compareTo(limit) > 0;
        }
    }

    /** A file system's room. */
    record Space(DataSize used, DataSize available) {

        /** How full it is, in percent, as df counts. */
        int percent() {
            long all = used.bytes() + available.bytes();
            return all == 0 ? 0 : Math.toIntExact((used.bytes() * 100 + all - 1) / all);
        }
    }

    /** What became of looking a name up. */
    enum Lookup {
        /** It was found. */
        FOUND,
        /** The name server says that there is none, or that it cannot tell. */
        REFUSED,
        /** The name server said nothing. */
        SILENT
    }

    /** Reads what {@link #SCRIPT} printed. */
    static GuestFacts parse(GuestShell.Said said) throws IOException {
        List<String> lines = said.text().lines().toList();
        Matcher df = DF.matcher(lines.size() < 2 ? "" : lines.get(1));
        if (!df.find() || !lines.getFirst().matches("\\d+")) {
            throw new IOException("the guest's answer makes no sense: " + said.text().strip());
        }
        return new GuestFacts(ClockReading.of(Long.parseLong(lines.getFirst()), said.asked(), said.answered()),
                new Space(kibibytes(df.group(2)), kibibytes(df.group(3))), lookup(lines.subList(2, lines.size())));
    }

    private static DataSize kibibytes(String number) {
        return new DataSize(Long.parseLong(number) * 1024);
    }

    // BusyBox' nslookup prints "Name:" only above an address; its exit code is 1 already when one of A and AAAA is missing.
    private static Lookup lookup(List<String> lines) {
        if (lines.stream().anyMatch(line -> line.startsWith("Name:"))) {
            return Lookup.FOUND;
        }
        return lines.stream().anyMatch(line -> line.contains("server can't find")) ? Lookup.REFUSED : Lookup.SILENT;
    }
}
