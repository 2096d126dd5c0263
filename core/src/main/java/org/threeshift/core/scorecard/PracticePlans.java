package org.threeshift.core.scorecard;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Plans of scorecards: the candidate ticks off what they have done, and whoever follows them sees it. */
@Service
public class PracticePlans {
    private final Scorecards scorecards;
    private final PostgresTicks ticks;
    private final InstantSource time;

    PracticePlans(Scorecards scorecards, PostgresTicks ticks, InstantSource time) {
        this.scorecards = scorecards;
        this.ticks = ticks;
        this.time = time;
    }

    /** What came of ticking. */
    public enum Ticked {
        DONE,
        /** The scorecard is there and the person's own, and its plan holds no such item: it may have been amended meanwhile. */
        NO_SUCH_ITEM,
        /** There is no such scorecard of the person's own. */
        NOT_THERE
    }

    /**
     * @param scorecard as the viewer was given it
     * @param viewer    who {@link Scorecards#follows} it; to others nothing is shown as done
     */
    public Plan of(Scorecard scorecard, PersonId viewer) {
        return of(scorecard, viewer, scorecards.upTo(scorecard, viewer));
    }

    /** @param upTo what {@link Scorecards#upTo} gave, for who has it already */
    public Plan of(Scorecard scorecard, PersonId viewer, List<Scorecard> upTo) {
        Optional<Scorecard> before = scorecard
                .previous()
                .flatMap(previous -> upTo.stream()
                        .filter(earlier -> earlier.interview().equals(previous.interview()))
                        .findFirst());
        List<InterviewId> interviews = Stream.concat(
                        Stream.of(scorecard.interview()), before.stream().map(Scorecard::interview))
                .toList();
        List<Tick> all = scorecards.follows(scorecard, viewer) ? ticks.of(interviews) : List.of();
        Map<String, Instant> done = all.stream()
                .filter(tick -> tick.interview().equals(scorecard.interview()))
                .collect(Collectors.toMap(Tick::item, Tick::at));
        return new Plan(
                scorecard.practice().stream()
                        .map(item -> new Plan.Item(item, Optional.ofNullable(done.get(item.key()))))
                        .toList(),
                before.map(earlier -> PlanReview.of(earlier, inTime(all, earlier, scorecard), scorecard)));
    }

    private static Set<String> inTime(List<Tick> all, Scorecard earlier, Scorecard now) {
        return all.stream()
                .filter(tick -> tick.interview().equals(earlier.interview())
                        && tick.at().isBefore(now.startedAt()))
                .map(Tick::item)
                .collect(Collectors.toSet());
    }

    /** How many items of each interview's plan were ticked off; none for an interview without. One query. */
    public Map<InterviewId, Long> done(Collection<InterviewId> interviews) {
        return ticks.of(interviews).stream().collect(Collectors.groupingBy(Tick::interview, Collectors.counting()));
    }

    /** @param done whether it was done, or not after all */
    public Ticked tick(InterviewId interview, PersonId candidate, String item, boolean done) {
        return tick(interview, candidate, item, done, time.instant());
    }

    /** As above, at another moment than now: for a story that is told of the past. */
    public Ticked tick(InterviewId interview, PersonId candidate, String item, boolean done, Instant at) {
        if (!(scorecards.ask(interview, candidate) instanceof Scorecards.Answer.Ready ready && ready.own())) {
            return Ticked.NOT_THERE;
        }
        if (ready.scorecard().practice().stream()
                .noneMatch(practice -> practice.key().equals(item))) {
            return Ticked.NO_SUCH_ITEM;
        }
        if (done) {
            ticks.put(new Tick(interview, item, at));
        } else {
            ticks.remove(interview, item);
        }
        return Ticked.DONE;
    }
}
