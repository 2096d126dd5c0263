package org.threeshift.web.host;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.threeshift.core.exchange.ExchangeRefusal;
import org.threeshift.core.hours.WallTime;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Hosting.Plan;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.page.Texts;

/** Reads a host's form into a plan, or says all that is wrong with it at once. */
@Component
final class Plans {
    /** The kind that the form offers beside those of a single interview. */
    static final String EXCHANGE = "EXCHANGE";

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final Texts texts;
    private final InstantSource time;

    Plans(Texts texts, InstantSource time) {
        this.texts = texts;
        this.time = time;
    }

    sealed interface Reading {
        /** @param exchange what makes the plan the first half of an exchange */
        record Read(Plan plan, Optional<Exchanging> exchange) implements Reading {}

        record Wrong(Complaints complaints) implements Reading {}
    }

    /**
     * What an exchange is agreed on beside its first half.
     *
     * @param minutes for both halves; absent for twice the round's
     */
    record Exchanging(OptionalInt minutes, boolean partnerFirst) {}

    Reading read(HostForm form, ZoneId zone) {
        var wrong = new ArrayList<Complaint>();
        Optional<InterviewId> interview = InterviewId.parse(form.interview());
        if (interview.isEmpty()) {
            wrong.add(complaint("", "host.wrong.interview"));
        }
        String[] round = form.round().split("/", 2);
        if (round.length < 2) {
            wrong.add(complaint("round", "host.wrong.round"));
        }
        boolean exchange = form.kind().equals(EXCHANGE);
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(value -> value.name().equals(exchange ? Kind.PEER.name() : form.kind()))
                .findFirst();
        if (kind.isEmpty()) {
            wrong.add(complaint("kind", "host.wrong.kind"));
        }
        Optional<Candidate> candidate = candidate(form, wrong);
        Optional<Instant> startsAt = startsAt(form, zone, wrong);
        Set<PersonId> others = kind.filter(Kind.PANEL::equals).isPresent() ? others(form, wrong) : Set.of();
        // The page offers no watchers for an exchange, whose two sit alone.
        Map<PersonId, Seat> watchers = exchange ? Map.of() : watchers(form, wrong);
        if (!MeetingLinks.readable(form.meeting())) {
            wrong.add(complaint("meeting", "host.wrong.meeting"));
        }
        return wrong.isEmpty()
                ? new Reading.Read(
                        new Plan(
                                interview.orElseThrow(),
                                kind.orElseThrow(),
                                round[0],
                                round[1],
                                candidate.orElseThrow(),
                                others,
                                startsAt,
                                zone,
                                watchers,
                                MeetingLinks.read(form.meeting())),
                        exchange ? Optional.of(exchanging(form)) : Optional.empty())
                : new Reading.Wrong(new Complaints(wrong));
    }

    /** What is no number is refused as a time that cannot be agreed on. */
    private static Exchanging exchanging(HostForm form) {
        OptionalInt minutes = form.minutes().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(form.minutes().matches("\\d{1,4}") ? Integer.parseInt(form.minutes()) : 0);
        return new Exchanging(minutes, form.interviewsFirst().equals("partner"));
    }

    /** Where the form shows what is in the way of an exchange. */
    static Complaints at(ExchangeRefusal refusal) {
        String field = switch (refusal) {
            case MINUTES -> "minutes";
            case PARTNER_FIRST_NEEDS_MEMBER -> "interviewsFirst";
            default -> "";
        };
        return Complaints.of(field, refusal.sentence());
    }

    /** Where the form shows a refusal. */
    Complaints at(Refusal refusal, HostForm form) {
        String field = switch (refusal.code()) {
            case CANDIDATE_IS_INTERVIEWER, INVITEE_MISSING, TOO_LONG -> "candidate";
            case PANEL_NEEDS_TWO, PANEL_TOO_LARGE -> "others";
            case ONE_SEAT_EACH, TOO_MANY_WATCHERS -> "watchers";
            case PERSON_UNKNOWN -> form.watchers().isEmpty() ? "others" : "watchers";
            case TIME_PASSED, TIME_TOO_FAR -> "startsAt";
            case SOMEBODY_BUSY, YOURSELF_BUSY -> form.when().equals("later") ? "startsAt" : "when";
            case LINK_NOT_HTTPS -> "meeting";
            case ONLY_COACH_LEADS -> "kind";
            case ROUND_UNKNOWN, AGENDA_EMPTY, YET_TO_BE_ASKED -> "round";
            default -> "";
        };
        return Complaints.of(field, refusal.sentence());
    }

    private Optional<Candidate> candidate(HostForm form, List<Complaint> wrong) {
        return switch (form.candidate()) {
            case "member" -> {
                Optional<PersonId> member = PersonId.parse(form.member());
                if (member.isEmpty()) {
                    wrong.add(complaint("member", "host.wrong.member"));
                }
                yield member.map(Candidate.Member::new);
            }
            case "email" -> {
                if (!EMAIL.matcher(form.email().strip()).matches()
                        || !Mail.goesTo(form.email().strip())) {
                    wrong.add(complaint("email", "host.wrong.email"));
                }
                yield Optional.of(new Candidate.ByEmail(form.email()));
            }
            case "link" -> {
                if (form.label().isBlank()) {
                    wrong.add(complaint("label", "host.wrong.label"));
                }
                yield Optional.of(new Candidate.ByLink(form.label()));
            }
            default -> {
                wrong.add(complaint("candidate", "host.wrong.candidate"));
                yield Optional.empty();
            }
        };
    }

    private Optional<Instant> startsAt(HostForm form, ZoneId zone, List<Complaint> wrong) {
        if (!form.when().equals("later")) {
            if (!form.when().equals("now")) {
                wrong.add(complaint("when", "host.wrong.when"));
            }
            return Optional.empty();
        }
        Optional<WallTime> typed = WallTime.parse(form.startsAt(), zone);
        if (typed.isEmpty()) {
            wrong.add(complaint("startsAt", "host.wrong.time"));
            return Optional.empty();
        }
        return switch (typed.get().read(form.pass())) {
            case WallTime.Reading.At(var moment) -> {
                // Asked here as well as in core, which answers with one refusal: whatever else is wrong is said beside
                // it.
                if (moment.isBefore(time.instant().minus(Limits.SLACK))) {
                    wrong.add(new Complaint(
                            "startsAt", Refusal.of(Refusal.Code.TIME_PASSED).sentence()));
                }
                yield Optional.of(moment);
            }
            case WallTime.Reading.Never(var sentence) -> {
                wrong.add(new Complaint("startsAt", sentence));
                yield Optional.empty();
            }
            case WallTime.Reading.Twice(var sentence) -> {
                wrong.add(new Complaint("pass", sentence));
                yield Optional.empty();
            }
        };
    }

    private Set<PersonId> others(HostForm form, List<Complaint> wrong) {
        var others = new HashSet<PersonId>();
        for (String other : form.others()) {
            PersonId.parse(other)
                    .ifPresentOrElse(others::add, () -> wrong.add(complaint("others", "host.wrong.member")));
        }
        return others;
    }

    private Map<PersonId, Seat> watchers(HostForm form, List<Complaint> wrong) {
        var watchers = new HashMap<PersonId, Seat>();
        for (HostForm.Watcher watcher : form.watchers()) {
            Optional<PersonId> person = PersonId.parse(watcher.person());
            Optional<Seat> seat = seat(watcher.seat(), Seat.SHADOW, Seat.OBSERVER);
            if (person.isEmpty() || seat.isEmpty()) {
                wrong.add(complaint("watchers", person.isEmpty() ? "host.wrong.member" : "host.wrong.seat"));
            } else if (watchers.put(person.get(), seat.get()) != null) {
                wrong.add(complaint("watchers", "host.wrong.twice"));
            }
        }
        return watchers;
    }

    /** One of these seats by its name. */
    static Optional<Seat> seat(String name, Seat... offered) {
        return Arrays.stream(offered).filter(seat -> seat.name().equals(name)).findFirst();
    }

    private Complaint complaint(String field, String key) {
        return new Complaint(field, texts.text(key));
    }
}
