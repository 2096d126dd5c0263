package org.threeshift.core.interview.model;

import static org.threeshift.core.interview.model.Decision.already;
import static org.threeshift.core.interview.model.Decision.happened;
import static org.threeshift.core.interview.model.Decision.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Interview.Debriefing;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.Interview.Live;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.people.PersonId;

/** Before the first question: agreeing on a time, calling it off, and turning up. */
final class Scheduling {
    private static final Comparator<PersonId> BY_ID = Comparator.comparing(PersonId::value);

    private Scheduling() {}

    static Decision schedule(Command.Schedule wanted, By by) {
        return refusalOf(wanted, by)
                .or(() -> refusalOfTime(wanted.startsAt(), by.at()))
                .<Decision>map(Decision.Refused::new)
                .orElseGet(() -> new Decision.Accepted(scheduled(wanted)));
    }

    private static List<InterviewEvent> scheduled(Command.Schedule wanted) {
        var events = new ArrayList<InterviewEvent>();
        events.add(new InterviewEvent.Scheduled(
                wanted.kind(),
                wanted.interviewers().stream().sorted(BY_ID).toList(),
                wanted.candidate(),
                Texts.kept(wanted.invitee()),
                wanted.agenda(),
                wanted.startsAt(),
                wanted.zone()));
        wanted.watchers().keySet().stream()
                .sorted(BY_ID)
                .map(person -> new InterviewEvent.SeatGiven(
                        person,
                        Optional.ofNullable(wanted.watchers().get(person)).orElseThrow()))
                .forEach(events::add);
        if (wanted.meetingLink().isPresent()) {
            events.add(new InterviewEvent.MeetingLinkSet(wanted.meetingLink()));
        }
        return events;
    }

    private static Optional<Refusal> refusalOf(Command.Schedule wanted, By by) {
        int interviewers = wanted.interviewers().size();
        if (!wanted.interviewers().contains(by.actor())) {
            return refusal(Code.HOST_DOES_NOT_INTERVIEW);
        }
        if (wanted.candidate().filter(wanted.interviewers()::contains).isPresent()) {
            return refusal(Code.CANDIDATE_IS_INTERVIEWER);
        }
        if (wanted.kind() == Kind.PANEL && interviewers < 2) {
            return refusal(Code.PANEL_NEEDS_TWO);
        }
        if (interviewers > Limits.INTERVIEWERS || (wanted.kind() != Kind.PANEL && interviewers > 1)) {
            return refusal(Code.PANEL_TOO_LARGE, Limits.INTERVIEWERS);
        }
        if (wanted.invitee().isBlank()) {
            return refusal(Code.INVITEE_MISSING);
        }
        if (wanted.invitee().length() > Limits.INVITEE_CHARACTERS) {
            return refusal(Code.TOO_LONG, Limits.INVITEE_CHARACTERS);
        }
        if (wanted.agenda().items().isEmpty()) {
            return refusal(Code.AGENDA_EMPTY);
        }
        return refusalOfWatchers(wanted).or(() -> Seating.refusalOfLink(wanted.meetingLink()));
    }

    private static Optional<Refusal> refusalOfWatchers(Command.Schedule wanted) {
        if (wanted.candidate().filter(wanted.watchers()::containsKey).isPresent()) {
            return refusal(Code.CANDIDATE_IS_INTERVIEWER);
        }
        boolean twice = wanted.watchers().keySet().stream().anyMatch(wanted.interviewers()::contains);
        boolean scoring =
                wanted.watchers().values().stream().anyMatch(seat -> seat != Seat.SHADOW && seat != Seat.OBSERVER);
        if (twice || scoring) {
            return refusal(Code.ONE_SEAT_EACH);
        }
        return wanted.watchers().size() > Limits.WATCHERS
                ? refusal(Code.TOO_MANY_WATCHERS, Limits.WATCHERS)
                : Optional.empty();
    }

    private static Optional<Refusal> refusalOfTime(Instant wanted, Instant now) {
        if (wanted.isBefore(now.minus(Limits.SLACK))) {
            return refusal(Code.TIME_PASSED);
        }
        return wanted.isAfter(now.plus(Limits.HORIZON))
                ? refusal(Code.TIME_TOO_FAR, (int) Limits.HORIZON.toDays())
                : Optional.empty();
    }

    static Decision reschedule(Known state, Command.Reschedule wanted, By by) {
        return state.setup().host().equals(by.actor())
                ? move(state, new Command.MoveAsAgreed(wanted.startsAt(), wanted.zone(), wanted.reason()), by)
                : refused(Code.ONLY_HOST);
    }

    static Decision moveAsAgreed(Known state, Command.MoveAsAgreed wanted, By by) {
        return isOfTheTwo(state, by) ? move(state, wanted, by) : refused(Code.ONLY_HOST);
    }

    private static boolean isOfTheTwo(Known state, By by) {
        return state.setup().host().equals(by.actor()) || state.setup().isCandidate(by.actor());
    }

    private static Decision move(Known state, Command.MoveAsAgreed wanted, By by) {
        return switch (state) {
            case Interview.Scheduled _ ->
                refusalOfTime(wanted.startsAt(), by.at())
                        .or(() -> Texts.refusalOfReason(wanted.reason()))
                        .<Decision>map(Decision.Refused::new)
                        .orElseGet(() -> happened(new InterviewEvent.Rescheduled(
                                wanted.startsAt(), wanted.zone(), Texts.kept(wanted.reason()))));
            case Live _, Debriefing _ -> refused(Code.ALREADY_STARTED);
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    static Decision cancel(Known state, Command.Cancel wanted, By by) {
        return state.setup().host().equals(by.actor()) ? callOff(state, wanted.reason(), by) : refused(Code.ONLY_HOST);
    }

    static Decision callOffAsAgreed(Known state, Command.CallOffAsAgreed wanted, By by) {
        return isOfTheTwo(state, by) || by.byInstallation()
                ? callOff(state, wanted.reason(), by)
                : refused(Code.ONLY_HOST);
    }

    /** Also an interview that started but asked nothing yet can be called off; a candidate calls off none that began. */
    private static Decision callOff(Known state, String wanted, By by) {
        Optional<Refusal> reason = Texts.refusalOfReason(wanted);
        return switch (state) {
            case Live live when !live.course().posed().isEmpty() -> refused(Code.UNDER_WAY);
            case Live _ when !state.setup().host().equals(by.actor()) -> refused(Code.ALREADY_STARTED);
            case Interview.Scheduled _, Live _ ->
                reason.<Decision>map(Decision.Refused::new)
                        .orElseGet(() -> happened(new InterviewEvent.Cancelled(Texts.kept(wanted))));
            case Debriefing _ -> refused(Code.OVER);
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    /** The clock decides: only after the agreed time, and only about somebody who has not entered. */
    static Decision reportNoShow(Known state, Command.ReportNoShow wanted, By by) {
        return switch (state) {
            case Interview.Scheduled scheduled -> reportNoShow(scheduled, wanted.absent(), by);
            case Live _ -> refused(Code.ALREADY_STARTED);
            case Debriefing _ -> refused(Code.OVER);
            case Interview.Published _ -> refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> refused(Code.CANCELLED);
        };
    }

    private static Decision reportNoShow(Interview.Scheduled state, Absent absent, By by) {
        Setup setup = state.setup();
        if (absent == Absent.CANDIDATE && !by.byInstallation() && !setup.isInterviewer(by.actor())) {
            return refused(Code.ONLY_INTERVIEWER);
        }
        if (absent == Absent.INTERVIEWER && !by.byInstallation() && !setup.isCandidate(by.actor())) {
            return refused(Code.ONLY_CANDIDATE);
        }
        if (by.at().isBefore(setup.startsAt().plus(Limits.NO_SHOW_AFTER))) {
            return refused(Code.TOO_EARLY_FOR_NO_SHOW, Long.toString(Limits.NO_SHOW_AFTER.toMinutes()));
        }
        boolean here = absent == Absent.CANDIDATE
                ? state.candidateHere()
                : state.here().stream().anyMatch(setup::isInterviewer);
        return here ? refused(Code.NOT_ABSENT) : happened(new InterviewEvent.NoShowReported(absent));
    }

    static Decision join(Known state, Command.Join wanted, By by) {
        Setup setup = state.setup();
        return switch (wanted.seat()) {
            case INTERVIEWER, SHADOW, OBSERVER ->
                setup.seat(by.actor()).filter(wanted.seat()::equals).isPresent()
                        ? joinOnce(state, new InterviewEvent.Joined(wanted.seat()), by)
                        : refused(Code.ONLY_INTERVIEWER);
            case CANDIDATE -> {
                if (setup.sitsAtConsole(by.actor())) {
                    yield refused(Code.CANDIDATE_IS_INTERVIEWER);
                }
                if (setup.candidate().isPresent() && !setup.isCandidate(by.actor())) {
                    yield refused(Code.CHAIR_TAKEN);
                }
                yield joinOnce(state, new InterviewEvent.Joined(Seat.CANDIDATE), by);
            }
        };
    }

    private static Decision joinOnce(Known state, InterviewEvent.Joined joined, By by) {
        boolean seated = joined.seat() != Seat.CANDIDATE || state.setup().isCandidate(by.actor());
        return switch (state) {
            case Interview.Scheduled scheduled -> joinOnce(scheduled, joined, seated, by);
            case Live _, Debriefing _ -> seated ? already() : happened(joined);
            case Interview.Published _ -> seated ? already() : refused(Code.PUBLISHED);
            case Interview.Cancelled _ -> seated ? already() : refused(Code.CANCELLED);
        };
    }

    /** Whoever takes a free chair may do so at any time; coming is another thing. */
    private static Decision joinOnce(Interview.Scheduled state, InterviewEvent.Joined joined, boolean seated, By by) {
        if (state.here().contains(by.actor())) {
            return already();
        }
        return seated && Arrival.at(state.setup().startsAt(), by.at()) == Arrival.PREPARING
                ? refused(Code.TOO_EARLY_TO_JOIN, Long.toString(Limits.JOINING_OPENS_BEFORE.toMinutes()))
                : happened(joined);
    }

    private static Optional<Refusal> refusal(Code code, int... numbers) {
        return Optional.of(new Refusal(
                code,
                java.util.Arrays.stream(numbers).mapToObj(Integer::toString).toList(),
                List.of()));
    }
}
