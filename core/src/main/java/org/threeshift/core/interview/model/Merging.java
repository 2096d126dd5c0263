package org.threeshift.core.interview.model;

import static org.threeshift.core.interview.model.Decision.already;
import static org.threeshift.core.interview.model.Decision.happened;
import static org.threeshift.core.interview.model.Decision.refused;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.Refusal.Code;
import org.threeshift.core.people.PersonId;

/** Two people of one interview who turn out to be one. The state becomes what it would be had the account done all of it. */
final class Merging {
    private Merging() {}

    static Decision merge(Known state, Command.MergePerson wanted) {
        Set<PersonId> seated = state.setup().seated();
        if (!seated.contains(wanted.guest())) {
            return already();
        }
        return seated.contains(wanted.account())
                ? refused(Code.BOTH_HAVE_A_PART)
                : happened(new InterviewEvent.PersonMerged(wanted.guest(), wanted.account()));
    }

    static Interview merged(Step step, PersonId guest, PersonId account) {
        UnaryOperator<PersonId> who = person -> person.equals(guest) ? account : person;
        return switch (step.known()) {
            case Interview.Scheduled now ->
                new Interview.Scheduled(
                        setup(now.setup(), who), now.here().stream().map(who).collect(Collectors.toUnmodifiableSet()));
            case Interview.Live now ->
                new Interview.Live(
                        setup(now.setup(), who), course(now.course(), who), sheets(now.sheets(), who), now.selfScore());
            case Interview.Debriefing now ->
                new Interview.Debriefing(
                        setup(now.setup(), who),
                        course(now.course(), who),
                        sheets(now.sheets(), who),
                        now.selfScore(),
                        now.finishedAt(),
                        now.scoringClosed());
            case Interview.Published now ->
                new Interview.Published(
                        setup(now.setup(), who),
                        course(now.course(), who),
                        sheets(now.sheets(), who),
                        now.selfScore(),
                        now.finishedAt(),
                        now.publishedAt(),
                        now.debrief().map(debrief -> debrief(debrief, who)));
            case Interview.Cancelled now ->
                new Interview.Cancelled(
                        setup(now.setup(), who), now.noShow(), now.reason(), who.apply(now.by()), now.at());
        };
    }

    private static Setup setup(Setup setup, UnaryOperator<PersonId> who) {
        Seats seats = setup.seats();
        return setup.with(new Seats(
                who.apply(seats.host()),
                who.apply(seats.lead()),
                seats.interviewers().stream().map(who).collect(Collectors.toUnmodifiableSet()),
                byPerson(seats.watchers(), who, UnaryOperator.identity()),
                seats.candidate().map(who),
                seats.invitee()));
    }

    private static Course course(Course course, UnaryOperator<PersonId> who) {
        List<Course.Posed> posed =
                course.posed().stream().map(asked -> posed(asked, who)).toList();
        return new Course(
                course.startedAt(), posed, course.open(), course.skipped(), course.pausedFor(), course.paused());
    }

    private static Course.Posed posed(Course.Posed asked, UnaryOperator<PersonId> who) {
        return new Course.Posed(
                asked.questionId(),
                asked.at(),
                asked.spent(),
                asked.since(),
                asked.probes().stream()
                        .map(probe -> new Course.Probe(probe.rung(), probe.at(), who.apply(probe.by()), probe.held()))
                        .toList(),
                asked.heights().stream()
                        .map(height -> new Course.Height(height.shift(), height.after(), who.apply(height.by())))
                        .toList());
    }

    private static Map<PersonId, Sheet> sheets(Map<PersonId, Sheet> sheets, UnaryOperator<PersonId> who) {
        return byPerson(
                sheets,
                who,
                sheet -> new Sheet(
                        who.apply(sheet.interviewer()),
                        sheet.levels(),
                        sheet.traps(),
                        sheet.evidence(),
                        sheet.lock(),
                        sheet.amendments(),
                        sheet.reversals()));
    }

    private static Debrief debrief(Debrief debrief, UnaryOperator<PersonId> who) {
        return new Debrief(
                debrief.gaps(),
                debrief.step(),
                debrief.since(),
                debrief.wording()
                        .map(wording -> new Debrief.Wording(
                                wording.number(), wording.sentence(), who.apply(wording.by()), wording.at())),
                debrief.confirmed().stream().map(who).collect(Collectors.toUnmodifiableSet()),
                debrief.endedAt(),
                debrief.candidateAbsent());
    }

    private static <T> Map<PersonId, T> byPerson(
            Map<PersonId, T> known, UnaryOperator<PersonId> who, UnaryOperator<T> change) {
        return known.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> who.apply(entry.getKey()), entry -> change.apply(entry.getValue())));
    }
}
