package org.threeshift.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.presence.Attendance;

/**
 * Somebody who is to be in an interview that should have begun.
 *
 * @param told whether they were told already that they are waited for
 */
record Late(Happening.Setting setting, Instant startsAt, boolean told) {
    /** So long it is worth a message. Then the clock's rule has long been applied. */
    static final Duration AT_MOST = Duration.ofMinutes(20);

    /** Somebody who has just opened the page may be about to be joined. */
    private static final Duration WAITED = Duration.ofSeconds(30);

    /**
     * What those are told who are not there while somebody on the other side waits.
     *
     * @param all  of one interview
     * @param here who has it open
     */
    static List<Notice> waitedFor(Collection<Late> all, List<Attendance> here, Instant now) {
        return all.stream()
                .filter(late -> !late.told()
                        && here.stream().noneMatch(one -> one.person().equals(late.person())))
                .flatMap(late -> all.stream()
                        .filter(other -> other.across(late) && other.waits(here, now))
                        .findFirst()
                        .map(other -> late.notice(other.person(), now))
                        .stream())
                .toList();
    }

    private PersonId person() {
        return setting.person();
    }

    private boolean across(Late other) {
        return (setting.seat() == Seat.CANDIDATE) != (other.setting.seat() == Seat.CANDIDATE);
    }

    private boolean waits(List<Attendance> here, Instant now) {
        return here.stream()
                .anyMatch(one -> one.person().equals(person())
                        && one.state() == Attendance.State.HERE
                        && !one.since().plus(WAITED).isAfter(now));
    }

    private Notice notice(PersonId waiting, Instant now) {
        var values = new HashMap<>(setting.values(startsAt));
        values.put("other", waiting.toString());
        return new Notice(
                "waiting:%s:%d".formatted(setting.interview(), startsAt.getEpochSecond()),
                Kind.PARTNER_WAITING,
                person(),
                values,
                Optional.of(setting.interview()),
                setting.room(),
                now,
                startsAt.plus(AT_MOST));
    }
}
