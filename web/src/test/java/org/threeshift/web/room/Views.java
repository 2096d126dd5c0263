package org.threeshift.web.room;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.threeshift.core.interview.CandidateView;
import org.threeshift.core.interview.CandidateView.PosedQuestion;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Stopwatch;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.web.host.Seats;

/** Candidates' views made by hand, one difference at a time. */
record Views(CandidateView view) {
    private static final PersonId HOST = new PersonId(new UUID(0, 1));

    static Views scheduled(Instant startsAt) {
        return of(Phase.SCHEDULED, startsAt, false, Optional.empty(), List.of());
    }

    static Views live(PosedQuestion... posed) {
        Instant start = Instant.parse("2026-03-02T10:00:00Z");
        return of(Phase.LIVE, start, true, Optional.of(start), List.of(posed));
    }

    static Views debriefing(PosedQuestion... posed) {
        return live(posed).phase(Phase.DEBRIEFING);
    }

    static Room room(CandidateView view, Instant now) {
        return room(view, view.interviewerHere(), now);
    }

    static Room room(CandidateView view, boolean present, Instant now) {
        var ada =
                new Person(new PersonId(new UUID(0, 2)), "Ada", Optional.empty(), Role.MEMBER, ZoneId.of("UTC"), true);
        return new Room(
                view,
                Stage.of(view, false, false, now),
                ada,
                List.of(),
                new Seats(List.of()),
                now,
                SelfScoreForm.EMPTY,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                present,
                false);
    }

    Views seq(long seq) {
        return with(
                seq,
                view.phase(),
                view.here(),
                view.interviewerHere(),
                view.selfScore(),
                view.cancelled(),
                view.noShow());
    }

    Views phase(Phase phase) {
        return with(
                view.seq(),
                phase,
                view.here(),
                view.interviewerHere(),
                view.selfScore(),
                view.cancelled(),
                view.noShow());
    }

    Views here(boolean here) {
        return with(
                view.seq(),
                view.phase(),
                here,
                view.interviewerHere(),
                view.selfScore(),
                view.cancelled(),
                view.noShow());
    }

    Views interviewerHere(boolean here) {
        return with(view.seq(), view.phase(), view.here(), here, view.selfScore(), view.cancelled(), view.noShow());
    }

    Views selfScore(SelfScore score) {
        return with(
                view.seq(),
                view.phase(),
                view.here(),
                view.interviewerHere(),
                Optional.of(score),
                view.cancelled(),
                view.noShow());
    }

    Views cancelled(String reason) {
        return with(
                view.seq(),
                view.phase(),
                view.here(),
                view.interviewerHere(),
                view.selfScore(),
                Optional.of(reason),
                view.noShow());
    }

    Views noShow(Absent absent) {
        return with(
                view.seq(),
                view.phase(),
                view.here(),
                view.interviewerHere(),
                view.selfScore(),
                view.cancelled(),
                Optional.of(absent));
    }

    Views clock(Stopwatch clock) {
        return with(
                view.seq(),
                view.phase(),
                view.here(),
                view.interviewerHere(),
                view.selfScore(),
                view.cancelled(),
                view.noShow(),
                Optional.of(clock));
    }

    private Views with(
            long seq,
            Phase phase,
            boolean here,
            boolean interviewerHere,
            Optional<SelfScore> selfScore,
            Optional<String> cancelled,
            Optional<Absent> noShow) {
        return with(seq, phase, here, interviewerHere, selfScore, cancelled, noShow, view.clock());
    }

    private Views with(
            long seq,
            Phase phase,
            boolean here,
            boolean interviewerHere,
            Optional<SelfScore> selfScore,
            Optional<String> cancelled,
            Optional<Absent> noShow,
            Optional<Stopwatch> clock) {
        return new Views(new CandidateView(
                view.id(),
                seq,
                phase,
                view.kind(),
                view.roundTitle(),
                view.host(),
                view.interviewers(),
                view.lead(),
                view.watchers(),
                view.meetingLink(),
                view.startsAt(),
                view.zone(),
                view.minutes(),
                view.questions(),
                here,
                interviewerHere,
                view.startedAt(),
                clock,
                view.posed(),
                selfScore,
                cancelled,
                cancelled.map(_ -> view.host()),
                noShow));
    }

    private static Views of(
            Phase phase, Instant startsAt, boolean here, Optional<Instant> startedAt, List<PosedQuestion> posed) {
        return new Views(new CandidateView(
                new InterviewId(new UUID(0, 3)),
                1,
                phase,
                Kind.PEER,
                "Warm-up",
                HOST,
                Set.of(HOST),
                HOST,
                Map.of(),
                Optional.empty(),
                startsAt,
                ZoneId.of("Europe/Berlin"),
                10,
                1,
                here,
                here,
                startedAt,
                startedAt.map(at -> new Stopwatch(Duration.ZERO, Optional.of(at))),
                posed,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }
}
