package org.threeshift.core.opinion;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.opinion.Opinion.Place;
import org.threeshift.core.opinion.Opinion.TrapPlace;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;
import org.threeshift.core.scorecard.Insight;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;

/**
 * A coach's second opinion on an interview of a candidate whom they follow. Blind until it is locked: nothing of what others gave is
 * told before. It never enters the candidate's scorecard.
 */
@Service
public class SecondOpinions {
    private final Scorecards scorecards;
    private final InterviewStates states;
    private final PostgresOpinions store;
    private final Trail trail;
    private final InstantSource time;

    SecondOpinions(
            Scorecards scorecards, InterviewStates states, PostgresOpinions store, Trail trail, InstantSource time) {
        this.scorecards = scorecards;
        this.states = states;
        this.store = store;
        this.trail = trail;
        this.time = time;
    }

    /** What a coach who asks gets. */
    public sealed interface Answer {
        /**
         * @param opinion   what they have entered so far
         * @param candidate for the trail of who saw what, not for the page
         */
        record Blind(BlindSheet sheet, Opinion opinion, Optional<PersonId> candidate) implements Answer {}

        record Both(Compared compared) implements Answer {}

        /** They were one of the interviewers: they have a sheet, and know the others'. */
        record Interviewed(InterviewId interview) implements Answer {}

        /** None that they may see as a coach. */
        record NotThere() implements Answer {}
    }

    /** What became of a wish. */
    public sealed interface Outcome {
        record Saved() implements Outcome {}

        record Locked() implements Outcome {}

        /** Saved as a draft, unless the summary is too long. */
        record Refused(List<Gap> missing) implements Outcome {}

        record NotThere() implements Outcome {}
    }

    /** What a sheet lacks before it can lock. */
    public sealed interface Gap {
        record OfLevel(String questionId, Shift shift) implements Gap {}

        record OfTrap(String questionId, String trapId) implements Gap {}

        record OfVerdict() implements Gap {}

        record TooLong() implements Gap {}
    }

    /** @param levels only those of the interview's questions are kept, and so with the traps */
    public record Entered(
            Map<Place, Level> levels, Map<TrapPlace, TrapJudgement> traps, Optional<Verdict> verdict, String summary) {}

    public Answer ask(InterviewId interview, Person coach) {
        Optional<Scorecard> seen = seen(interview, coach);
        if (seen.isEmpty()) {
            return new Answer.NotThere();
        }
        Scorecard scorecard = seen.get();
        if (interviewed(interview, coach)) {
            return new Answer.Interviewed(interview);
        }
        Opinion opinion = store.find(interview, coach.id()).orElseGet(() -> Opinion.blank(coach.id()));
        return opinion.locked().isPresent()
                ? new Answer.Both(Compared.of(opinion, scorecard))
                : new Answer.Blind(BlindSheet.of(scorecard), opinion, scorecard.candidate());
    }

    /** Keeps a draft, or locks it: with a level or <em>not observed</em> for every shift, a judgement of every trap, and a verdict. */
    public Outcome enter(InterviewId interview, Person coach, Entered entered, boolean lock) {
        if (!(ask(interview, coach) instanceof Answer.Blind blind)) {
            return new Outcome.NotThere();
        }
        Scorecard scorecard = seen(interview, coach).orElseThrow();
        Opinion draft = kept(blind.sheet(), coach, entered);
        List<Gap> missing = missing(blind.sheet(), draft);
        if (draft.summary().codePointCount(0, draft.summary().length()) > Opinion.CHARACTERS) {
            return new Outcome.Refused(
                    Stream.concat(lock ? missing.stream() : Stream.empty(), Stream.of(new Gap.TooLong()))
                            .toList());
        }
        store.save(interview, scorecard.candidate(), draft, time.instant());
        if (!lock) {
            return new Outcome.Saved();
        }
        if (!missing.isEmpty()) {
            return new Outcome.Refused(missing);
        }
        if (store.lock(interview, coach.id(), time.instant())) {
            trail.add(
                    Deed.SECOND_OPINION_LOCKED,
                    Optional.of(coach.id()),
                    scorecard.candidate(),
                    Map.of("interview", interview.toString()));
        }
        return new Outcome.Locked();
    }

    /**
     * Whoever interviewed, to be told so, and coaches who follow the candidate: the candidate has no opinion here, neither has an
     * admin's glass, and neither has whoever followed them but is no coach any more.
     */
    private Optional<Scorecard> seen(InterviewId interview, Person coach) {
        return scorecards.ask(interview, coach.id()) instanceof Scorecards.Answer.Ready(var scorecard, var insight)
                        && (insight == Insight.WHOLE || insight == Insight.OWN_SHEET)
                        && (interviewed(interview, coach)
                                || (coach.role() == Role.COACH && scorecards.follows(scorecard, coach.id())))
                ? Optional.of(scorecard)
                : Optional.empty();
    }

    /** Even one without whose sheet the scoring was closed: they were there, and heard what the others said. */
    private boolean interviewed(InterviewId interview, Person coach) {
        return states.find(interview)
                .filter(known -> known.setup().isInterviewer(coach.id()))
                .isPresent();
    }

    private static Opinion kept(BlindSheet sheet, Person coach, Entered entered) {
        var levels = new HashMap<Place, Level>();
        var traps = new HashMap<TrapPlace, TrapJudgement>();
        sheet.questions().forEach(asked -> {
            asked.question().shifts().forEach(shift -> {
                var place = new Place(asked.question().id(), shift);
                Optional.ofNullable(entered.levels().get(place)).ifPresent(level -> levels.put(place, level));
            });
            asked.question().traps().forEach(trap -> {
                var place = new TrapPlace(asked.question().id(), trap.id());
                Optional.ofNullable(entered.traps().get(place)).ifPresent(one -> traps.put(place, one));
            });
        });
        return new Opinion(coach.id(), levels, traps, entered.verdict(), tidied(entered.summary()), Optional.empty());
    }

    private static List<Gap> missing(BlindSheet sheet, Opinion draft) {
        var missing = new ArrayList<Gap>();
        sheet.questions().forEach(asked -> {
            String question = asked.question().id();
            asked.question().shifts().stream()
                    .filter(shift -> draft.level(question, shift).isEmpty())
                    .forEach(shift -> missing.add(new Gap.OfLevel(question, shift)));
            asked.question().traps().stream()
                    .filter(trap -> draft.trap(question, trap.id()).isEmpty())
                    .forEach(trap -> missing.add(new Gap.OfTrap(question, trap.id())));
        });
        if (draft.verdict().isEmpty()) {
            missing.add(new Gap.OfVerdict());
        }
        return List.copyOf(missing);
    }

    private static String tidied(String text) {
        return text.replace('\0', ' ').replace("\r\n", "\n").strip();
    }
}
