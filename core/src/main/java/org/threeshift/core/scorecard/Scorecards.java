package org.threeshift.core.scorecard;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Sight;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Course.Posed;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * Scorecards as each person may see them: once published, the candidate, the interviewers, and a coach in whose cohort the
 * candidate was a member when the interview was held, see {@link Cohorts#maySee}. To everybody else, and to the coach before publication, there is nothing there.
 */
@Service
public class Scorecards {
    /** Most lines of a list. */
    public static final int LIST = 50;

    private final InterviewStates states;
    private final Banks banks;
    private final Cohorts cohorts;
    private final Reports reports;
    private final RecentScorecards whole = new RecentScorecards();
    private final RecentScorecards alone = new RecentScorecards();

    Scorecards(InterviewStates states, Banks banks, Cohorts cohorts, Reports reports) {
        this.states = states;
        this.banks = banks;
        this.cohorts = cohorts;
        this.reports = reports;
    }

    /** What somebody who asks for a scorecard gets. */
    public sealed interface Answer {
        /** @param own whether the viewer is the candidate */
        record Ready(Scorecard scorecard, boolean own) implements Answer {}

        /** The viewer has a part in the interview, and it is not published yet: nothing of it is shown. */
        record NotYet(InterviewId interview, Phase phase, Seat seat) implements Answer {}

        /** There is none, or none that the viewer may know of: the two look the same. */
        record NotThere() implements Answer {}
    }

    public Answer ask(InterviewId id, PersonId viewer) {
        return states.find(id)
                .map(known -> switch (known) {
                    case Interview.Published published -> published(id, published, viewer);
                    case Interview.Scheduled _ -> unpublished(id, known, Phase.SCHEDULED, viewer);
                    case Interview.Live _ -> unpublished(id, known, Phase.LIVE, viewer);
                    case Interview.Debriefing _ -> unpublished(id, known, Phase.DEBRIEFING, viewer);
                    case Interview.Cancelled _ -> unpublished(id, known, Phase.CANCELLED, viewer);
                })
                .orElseGet(Answer.NotThere::new);
    }

    /** The scorecard, absent until it is published and for whoever may not see it. */
    public Optional<Scorecard> find(InterviewId id, PersonId viewer) {
        return ask(id, viewer) instanceof Answer.Ready(var scorecard, var _)
                ? Optional.of(scorecard)
                : Optional.empty();
    }

    /**
     * Where candidates stand by the latest scorecards that the viewer may see, in the order of the candidates: those with one
     * whom the viewer follows or followed.
     */
    public List<Standing> standings(PersonId viewer, List<PersonId> candidates) {
        Map<PersonId, Standing> latest = reports.latest(sights(viewer, candidates), 1).stream()
                .collect(Collectors.toMap(Standing::candidate, Function.identity()));
        return candidates.stream()
                .distinct()
                .flatMap(candidate -> Optional.ofNullable(latest.get(candidate)).stream())
                .toList();
    }

    /** How many scorecards of each of the candidates the viewer may see; nobody with none is in it. */
    public Map<PersonId, Integer> counts(PersonId viewer, List<PersonId> candidates) {
        return reports.counts(sights(viewer, candidates));
    }

    private List<Sight> sights(PersonId viewer, List<PersonId> candidates) {
        Set<PersonId> wanted = new HashSet<>(candidates);
        return Stream.concat(Stream.of(Sight.whole(viewer)), cohorts.sights(viewer).stream())
                .filter(sight -> wanted.contains(sight.person()))
                .toList();
    }

    /** The person's own scorecards as a candidate, the newest first, at most {@link #LIST}. */
    public List<Standing> history(PersonId candidate) {
        return reports.latest(List.of(Sight.whole(candidate)), LIST);
    }

    /** Scorecards of the interviews that the person held, the newest first, at most {@link #LIST}. */
    public List<Standing> heldBy(PersonId interviewer) {
        return reports.heldBy(interviewer, LIST);
    }

    private Answer published(InterviewId id, Interview.Published interview, PersonId viewer) {
        boolean own = interview.setup().isCandidate(viewer);
        if (own || interview.setup().isInterviewer(viewer)) {
            return new Answer.Ready(scorecard(id, interview, _ -> true), own);
        }
        return coached(interview, viewer)
                ? new Answer.Ready(scorecard(id, interview, earlier -> coached(earlier, viewer)), false)
                : new Answer.NotThere();
    }

    private boolean coached(Interview.Published interview, PersonId viewer) {
        return interview
                .setup()
                .candidate()
                .filter(candidate ->
                        cohorts.maySee(viewer, candidate, interview.course().startedAt()))
                .isPresent();
    }

    private static Answer unpublished(InterviewId id, Interview.Known known, Phase phase, PersonId viewer) {
        if (known.setup().isCandidate(viewer)) {
            return new Answer.NotYet(id, phase, Seat.CANDIDATE);
        }
        return known.setup().isInterviewer(viewer)
                ? new Answer.NotYet(id, phase, Seat.INTERVIEWER)
                : new Answer.NotThere();
    }

    /** @param beside whether the viewer may see what is set beside it */
    private Scorecard scorecard(InterviewId id, Interview.Published interview, Predicate<Interview.Published> beside) {
        Optional<Scorecard> earlier = previous(id, interview, beside);
        return whole.of(id, interview, earlier, () -> Scorecard.of(id, interview, guide(interview), earlier));
    }

    private Optional<Scorecard> previous(
            InterviewId id, Interview.Published interview, Predicate<Interview.Published> beside) {
        return interview
                .setup()
                .candidate()
                .flatMap(candidate -> reports.before(id, candidate, interview.publishedAt()))
                .flatMap(earlier -> states.find(earlier)
                        .filter(Interview.Published.class::isInstance)
                        .map(Interview.Published.class::cast)
                        .filter(beside)
                        .map(published -> alone(earlier, published)));
    }

    /** Without what came before it. */
    private Scorecard alone(InterviewId id, Interview.Published interview) {
        return alone.of(
                id, interview, Optional.empty(), () -> Scorecard.of(id, interview, guide(interview), Optional.empty()));
    }

    private Map<String, Question> guide(Interview.Published interview) {
        var agenda = interview.setup().agenda();
        Bank bank = banks.find(agenda.bankId(), agenda.bankVersion()).orElseThrow();
        return interview.course().posed().stream()
                .map(Posed::questionId)
                .collect(Collectors.toMap(
                        Function.identity(), question -> bank.question(question).orElseThrow()));
    }
}
