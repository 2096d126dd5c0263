package org.threeshift.core.scorecard;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Sight;
import org.threeshift.core.interview.Forgetful;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Course.Posed;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.People;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/**
 * Scorecards as each person may see them: once published, the candidate, the interviewers unless the candidate keeps the
 * results, a coach in whose cohort the candidate was a member when the interview was held (see {@link Cohorts#maySee}), and for a
 * while an admin who broke the glass. To everybody else, and to the coach before publication, there is nothing there.
 * {@link ScorecardAccess} decides it.
 */
@Service
public class Scorecards implements Forgetful {
    /** Most lines of a list. */
    public static final int LIST = 50;

    private final InterviewStates states;
    private final Banks banks;
    private final Cohorts cohorts;
    private final People people;
    private final Reports reports;
    private final GlassStore glass;
    private final Trail trail;
    private final InstantSource time;
    private final RecentScorecards whole = new RecentScorecards();
    private final RecentScorecards alone = new RecentScorecards();
    private final RecentScorecards ownSheets = new RecentScorecards();

    Scorecards(
            InterviewStates states,
            Banks banks,
            Cohorts cohorts,
            People people,
            Reports reports,
            GlassStore glass,
            Trail trail,
            InstantSource time) {
        this.states = states;
        this.banks = banks;
        this.cohorts = cohorts;
        this.people = people;
        this.reports = reports;
        this.glass = glass;
        this.trail = trail;
        this.time = time;
    }

    /** What somebody who asks for a scorecard gets. */
    public sealed interface Answer {
        /** @param insight why the viewer sees it; {@link Insight#OWN_SHEET} for a scorecard of nothing but their own sheet */
        record Ready(Scorecard scorecard, Insight insight) implements Answer {
            /** Whether the viewer is the candidate. */
            public boolean own() {
                return insight == Insight.OWN;
            }
        }

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

    /** A candidate's scorecards that a coach of theirs may see, the newest first, at most {@link #LIST}. */
    public List<Standing> followed(PersonId coach, PersonId candidate) {
        return reports.latest(sights(coach, List.of(candidate)), LIST);
    }

    /** Whether the viewer is the candidate, or a coach who follows them: for these alone is what the candidate does about it. */
    public boolean follows(Scorecard card, PersonId viewer) {
        return card.candidate()
                .filter(candidate -> candidate.equals(viewer) || cohorts.maySee(viewer, candidate, card.startedAt()))
                .isPresent();
    }

    /**
     * What became of each family of traps up to and with a scorecard, over all interviews of its candidate that the viewer follows
     * or that are their own. Nothing for whoever has a part in this interview alone: they see its traps on the scorecard.
     */
    public TrapHistory traps(Scorecard upTo, PersonId viewer) {
        return TrapHistory.of(upTo(upTo, viewer));
    }

    /**
     * Up to and with a scorecard, those of its candidate that the viewer follows or that are their own, the oldest first, each by
     * itself. None for whoever has a part in this interview alone.
     */
    public List<Scorecard> upTo(Scorecard last, PersonId viewer) {
        return last.candidate()
                .map(candidate -> all(viewer, candidate, last.publishedAt()))
                .orElse(List.of());
    }

    /** The oldest first. Three queries, however many there are. */
    private List<Scorecard> all(PersonId viewer, PersonId candidate, Instant upTo) {
        List<Sight> sights =
                viewer.equals(candidate) ? List.of(Sight.whole(candidate)) : sights(viewer, List.of(candidate));
        if (sights.isEmpty()) {
            return List.of();
        }
        List<InterviewId> ids = reports.upTo(upTo, sights, LIST);
        Map<InterviewId, Interview.Known> known = states.find(ids);
        return ids.reversed().stream()
                .flatMap(id -> Optional.ofNullable(known.get(id))
                        .filter(Interview.Published.class::isInstance)
                        .map(Interview.Published.class::cast)
                        .map(published -> alone(id, published))
                        .stream())
                .toList();
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

    /** All of them: for whoever takes along what is theirs. */
    public List<Standing> everything(PersonId candidate) {
        return reports.latest(List.of(Sight.whole(candidate)), Integer.MAX_VALUE - 1);
    }

    /** Scorecards of the interviews that the person held, the newest first, at most {@link #LIST}. */
    public List<Standing> heldBy(PersonId interviewer) {
        return reports.heldBy(interviewer, LIST);
    }

    /** Whether the candidate keeps the results of an interview from its interviewers. */
    public boolean kept(InterviewId id) {
        return glass.kept(id);
    }

    /**
     * The candidate lets the interviewers see the results, or keeps them.
     *
     * @return false when it is no published interview of the person's own
     */
    public boolean letInterviewersSee(InterviewId id, PersonId candidate, boolean see) {
        if (!(ask(id, candidate) instanceof Answer.Ready ready && ready.own())) {
            return false;
        }
        if (see) {
            glass.open(id);
        } else {
            glass.keep(id, time.instant());
        }
        trail.add(
                see ? Deed.RESULTS_OPENED : Deed.RESULTS_KEPT,
                Optional.of(candidate),
                Optional.of(candidate),
                Map.of("interview", id.toString()));
        return true;
    }

    @Override
    public void forget() {
        whole.forget();
        alone.forget();
        ownSheets.forget();
    }

    private Answer published(InterviewId id, Interview.Published interview, PersonId viewer) {
        Insight insight = access(id, interview, viewer).insight();
        return switch (insight) {
            case OWN, WHOLE -> new Answer.Ready(scorecard(id, interview, before(id, interview, viewer)), insight);
            // One interview was opened, and no other.
            case GLASS -> new Answer.Ready(scorecard(id, interview, Optional.empty()), insight);
            case OWN_SHEET -> new Answer.Ready(ownSheet(id, interview, viewer), insight);
            case NOTHING -> new Answer.NotThere();
        };
    }

    /** Asks the database only as far as what is known already does not decide. */
    private ScorecardAccess access(InterviewId id, Interview.Published interview, PersonId viewer) {
        boolean own = interview.setup().isCandidate(viewer);
        boolean interviewer = interview.setup().isInterviewer(viewer);
        boolean kept = interviewer && glass.kept(id);
        boolean decided = own || (interviewer && !kept);
        boolean follows = !decided && coached(interview, viewer);
        return new ScorecardAccess(own, interviewer, follows, !decided && !follows && brokeGlass(id, viewer), kept);
    }

    private boolean coached(Interview.Published interview, PersonId viewer) {
        return interview
                .setup()
                .candidate()
                .filter(candidate ->
                        cohorts.maySee(viewer, candidate, interview.course().startedAt()))
                .isPresent();
    }

    private boolean brokeGlass(InterviewId id, PersonId viewer) {
        return glass.open(id, viewer, time.instant()).isPresent()
                && people.find(viewer)
                        .filter(person -> person.role() == Role.ADMIN)
                        .isPresent();
    }

    /** As if nobody but the viewer had scored, not even the candidate. */
    private Scorecard ownSheet(InterviewId id, Interview.Published interview, PersonId viewer) {
        var setup = interview.setup();
        var alone = new Interview.Published(
                setup.scoredBy(viewer),
                interview.course().asSeenBy(viewer),
                Map.of(viewer, interview.sheet(viewer)),
                Optional.empty(),
                interview.finishedAt(),
                interview.publishedAt(),
                Optional.empty());
        return ownSheets.of(
                id, alone, Optional.empty(), () -> Scorecard.of(id, alone, guide(interview), Optional.empty()));
    }

    private static Answer unpublished(InterviewId id, Interview.Known known, Phase phase, PersonId viewer) {
        if (known.setup().isCandidate(viewer)) {
            return new Answer.NotYet(id, phase, Seat.CANDIDATE);
        }
        return known.setup().isInterviewer(viewer)
                ? new Answer.NotYet(id, phase, Seat.INTERVIEWER)
                : new Answer.NotThere();
    }

    private Scorecard scorecard(InterviewId id, Interview.Published interview, Optional<InterviewId> before) {
        Optional<Scorecard> earlier = before.flatMap(this::alone);
        return whole.of(id, interview, earlier, () -> Scorecard.of(id, interview, guide(interview), earlier));
    }

    /**
     * The one before that the viewer may see, whatever of the candidate's they may not see lies between. To the candidate that is the
     * last; to whoever follows the candidate in this one, the one that stands below it in their lists; to an interviewer the last that
     * they interviewed the candidate in.
     */
    private Optional<InterviewId> before(InterviewId id, Interview.Published interview, PersonId viewer) {
        return interview.setup().candidate().flatMap(candidate -> {
            List<Sight> sights =
                    viewer.equals(candidate) ? List.of(Sight.whole(candidate)) : sights(viewer, List.of(candidate));
            return Sight.any(sights, candidate, interview.course().startedAt())
                    ? reports.before(id, interview.publishedAt(), sights)
                    : reports.heldBefore(id, interview.publishedAt(), candidate, viewer);
        });
    }

    private Optional<Scorecard> alone(InterviewId id) {
        return states.find(id)
                .filter(Interview.Published.class::isInstance)
                .map(Interview.Published.class::cast)
                .map(published -> alone(id, published));
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
