package org.threeshift.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * Something of the log of interviews, as it concerns one person who has a part in it.
 *
 * @param type   of the event, as the log calls it
 * @param at     when it happened
 * @param startsAt the hour that the event names, or else the one at which the interview was to be
 * @param hourBefore the hour that was agreed on before
 * @param own    whether the person did it
 * @param again  whether the person was taken off it before
 * @param reason words of whoever did it; may be empty
 */
record Happening(
        UUID event,
        String type,
        Instant at,
        Setting setting,
        Instant startsAt,
        Optional<Instant> hourBefore,
        boolean own,
        boolean again,
        String reason) {

    /**
     * An interview and one chair of it.
     *
     * @param invitee how the candidate is called who has no account here
     * @param booked  whether it is a session that the person booked, or was booked for
     * @param pair    of which it came, for its two
     */
    record Setting(
            InterviewId interview,
            PersonId person,
            Seat seat,
            PersonId host,
            Optional<PersonId> candidate,
            String invitee,
            String round,
            boolean booked,
            Optional<UUID> pair) {

        /** Who sits opposite: the host for the candidate, the candidate for everybody else. */
        String other() {
            return seat == Seat.CANDIDATE
                    ? host.toString()
                    : candidate.map(PersonId::toString).orElse(invitee);
        }

        /** Of a booking, and of a pair, everything is found in one place, which leads on to the interview. */
        String page() {
            return pair.map(id -> "/practice/pairs/" + id)
                    .orElseGet(() -> (booked ? "/bookings/" : "/interviews/") + interview);
        }

        String room() {
            return (seat == Seat.CANDIDATE ? "/room/" : "/console/interviews/") + interview;
        }

        Map<String, String> values(Instant at) {
            return Map.of("other", other(), "round", round, "at", at.toString());
        }
    }

    /** What the person is told of it; absent for what came too late. */
    Optional<Notice> notice() {
        return switch (type) {
            case "scheduled", "seat-given", "joined", "person-merged" ->
                news(
                        again ? Notice.booked(setting.interview()) + ":" + event : Notice.booked(setting.interview()),
                        own && type.equals("scheduled") ? Kind.PLANNED : Kind.BOOKED,
                        setting.values(startsAt),
                        setting.page(),
                        startsAt);
            case "rescheduled" ->
                own
                        ? news("changed:" + event, Kind.MOVED, with("before", before()), setting.page(), startsAt)
                        : news(
                                "changed:" + event,
                                Kind.CHANGED,
                                with("reason", reason, "before", before()),
                                setting.page(),
                                startsAt);
            case "cancelled" ->
                own
                        ? news("cancelled:" + event, Kind.CALLED_OFF, setting.values(startsAt), setting.page(), end())
                        : news("cancelled:" + event, Kind.CANCELLED, with("reason", reason), setting.page(), end());
            case "seat-withdrawn" ->
                news("taken-off:" + event, Kind.TAKEN_OFF, setting.values(startsAt), "/interviews", startsAt);
            case "no-show-reported" ->
                news("missed:" + event, Kind.MISSED, setting.values(startsAt), setting.page(), end());
            case "published" ->
                news(
                        "scorecard:" + setting.interview(),
                        Kind.SCORECARD_READY,
                        Map.of("by", setting.host().toString(), "round", setting.round()),
                        "/scorecards/" + setting.interview(),
                        at.plus(Notice.NEWS));
            default -> throw new IllegalStateException("Nobody is told of " + type);
        };
    }

    private String before() {
        return hourBefore.orElse(startsAt).toString();
    }

    /** That an interview is off is news until a day after it would have been. */
    private Instant end() {
        Instant later = startsAt.isAfter(at) ? startsAt : at;
        return later.plus(Duration.ofDays(1));
    }

    private Map<String, String> with(String... more) {
        var values = new HashMap<>(setting.values(startsAt));
        for (int index = 0; index < more.length; index += 2) {
            values.put(more[index], more[index + 1]);
        }
        return values;
    }

    private Optional<Notice> news(String key, Kind kind, Map<String, String> values, String link, Instant until) {
        return until.isAfter(at)
                ? Optional.of(new Notice(
                        key, kind, setting.person(), values, Optional.of(setting.interview()), link, at, until))
                : Optional.empty();
    }
}
