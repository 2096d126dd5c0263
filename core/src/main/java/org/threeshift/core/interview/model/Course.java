package org.threeshift.core.interview.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;

/**
 * What was asked when, in the order in which it was first posed.
 *
 * @param startedAt when the interview started
 * @param open      the question that is on the table now
 * @param skipped   what the lead left out
 * @param pausedFor how long all clocks stood still in pauses that are over
 * @param paused    since when they stand still
 */
public record Course(
        Instant startedAt,
        List<Posed> posed,
        Optional<String> open,
        Set<String> skipped,
        Duration pausedFor,
        Optional<Instant> paused) {
    public Course {
        posed = List.copyOf(posed);
        skipped = Set.copyOf(skipped);
    }

    /**
     * A question that was put to the candidate.
     *
     * @param at       when it was first posed
     * @param spent    time on the table in closed stretches; the running stretch is not in it
     * @param since    when the running stretch began, absent when it is off the table and in a pause
     */
    public record Posed(
            String questionId,
            Instant at,
            Duration spent,
            Optional<Instant> since,
            List<Probe> probes,
            List<Height> heights) {
        public Posed {
            probes = List.copyOf(probes);
            heights = List.copyOf(heights);
        }

        /** The scripted follow-up at a rung, once it was asked. */
        public Optional<Probe> probe(Rung rung) {
            return probes.stream().filter(probe -> probe.rung() == rung).findFirst();
        }

        /** Time on the table up to a moment. */
        public Duration spentUntil(Instant now) {
            return new Stopwatch(spent, since).at(now);
        }

        private Posed asSeenBy(PersonId viewer) {
            var asked = probes.stream()
                    .map(probe -> probe.by().equals(viewer)
                            ? probe
                            : new Probe(probe.rung(), probe.at(), probe.by(), Optional.empty()))
                    .toList();
            var own = heights.stream()
                    .filter(height -> height.by().equals(viewer))
                    .toList();
            return new Posed(questionId, at, spent, since, asked, own);
        }

        Posed posedAgain(Instant when) {
            return new Posed(questionId, at, spent, Optional.of(since.orElse(when)), probes, heights);
        }

        Posed closed(Instant when) {
            return new Posed(questionId, at, spentUntil(when), Optional.empty(), probes, heights);
        }

        Posed probed(Rung rung, Instant when, PersonId by) {
            var next = new ArrayList<>(probes);
            next.removeIf(probe -> probe.rung() == rung);
            next.add(new Probe(rung, when, by, Optional.empty()));
            return new Posed(questionId, at, spent, since, next, heights);
        }

        Posed probeJudged(Rung rung, Optional<Boolean> held) {
            var next = probes.stream()
                    .map(probe -> probe.rung() == rung ? new Probe(rung, probe.at(), probe.by(), held) : probe)
                    .toList();
            return new Posed(questionId, at, spent, since, next, heights);
        }

        Posed unprobed(Rung rung) {
            var next = probes.stream().filter(probe -> probe.rung() != rung).toList();
            return new Posed(questionId, at, spent, since, next, heights);
        }

        private Posed markedOnlyBy(Predicate<PersonId> who) {
            var next = heights.stream().filter(height -> who.test(height.by())).toList();
            return new Posed(questionId, at, spent, since, probes, next);
        }

        Posed notReached(Shift shift, PersonId by) {
            var next = heights.stream()
                    .filter(height -> height.shift() != shift || !height.by().equals(by))
                    .toList();
            return new Posed(questionId, at, spent, since, probes, next);
        }

        Posed reached(Shift shift, Instant when, PersonId by) {
            if (heights.stream()
                    .anyMatch(height -> height.shift() == shift && height.by().equals(by))) {
                return this;
            }
            var next = new ArrayList<>(heights);
            next.add(new Height(shift, spentUntil(when), by));
            return new Posed(questionId, at, spent, since, probes, next);
        }
    }

    /**
     * A scripted follow-up that was asked.
     *
     * @param held whether the answer stood at that height; absent until judged
     */
    public record Probe(Rung rung, Instant at, PersonId by, Optional<Boolean> held) {}

    /** @param after time on the table from posing the question to reaching the leader's side */
    public record Height(Shift shift, Duration after, PersonId by) {}

    static Course begun(Instant at) {
        return new Course(at, List.of(), Optional.empty(), Set.of(), Duration.ZERO, Optional.empty());
    }

    /** The clock of the whole round: time since the start without pauses. It does not know when the interview ended. */
    public Stopwatch clock() {
        var running = new Stopwatch(Duration.ZERO, Optional.of(startedAt.plus(pausedFor)));
        return paused.map(running::stopped).orElse(running);
    }

    public Optional<Posed> posed(String questionId) {
        OptionalInt at = indexOf(questionId);
        return at.isPresent() ? Optional.of(posed.get(at.getAsInt())) : Optional.empty();
    }

    public boolean wasPosed(String questionId) {
        return indexOf(questionId).isPresent();
    }

    /** Without what others judged: their heights, and whether probes that they asked were held. */
    public Course asSeenBy(PersonId viewer) {
        var own = posed.stream().map(asked -> asked.asSeenBy(viewer)).toList();
        return with(own, open, skipped);
    }

    /** Without the heights that others marked. */
    Course markedOnlyBy(Predicate<PersonId> who) {
        var left = posed.stream().map(asked -> asked.markedOnlyBy(who)).toList();
        return with(left, open, skipped);
    }

    private Course with(List<Posed> changed, Optional<String> onTable, Set<String> left) {
        return new Course(startedAt, changed, onTable, left, pausedFor, paused);
    }

    Course paused(Instant at) {
        Course still =
                open.map(current -> change(current, asked -> asked.closed(at))).orElse(this);
        return new Course(startedAt, still.posed, open, skipped, pausedFor, Optional.of(at));
    }

    Course resumed(Instant at) {
        Duration stood = new Stopwatch(Duration.ZERO, paused).at(at);
        Course running = open.map(current -> change(current, asked -> asked.posedAgain(at)))
                .orElse(this);
        return new Course(startedAt, running.posed, open, skipped, pausedFor.plus(stood), Optional.empty());
    }

    Course skip(String questionId, Instant at) {
        Course closed = close(questionId, at);
        var left = new HashSet<>(skipped);
        left.add(questionId);
        return closed.with(closed.posed, closed.open, left);
    }

    Course pose(String questionId, Instant at) {
        Course closed = open.filter(current -> !current.equals(questionId))
                .map(current -> close(current, at))
                .orElse(this);
        Course listed = closed.wasPosed(questionId)
                ? closed.change(questionId, asked -> asked.posedAgain(at))
                : closed.added(new Posed(questionId, at, Duration.ZERO, Optional.of(at), List.of(), List.of()));
        var left = new HashSet<>(skipped);
        left.remove(questionId);
        return with(listed.posed, Optional.of(questionId), left);
    }

    Course close(String questionId, Instant at) {
        Course changed = change(questionId, asked -> asked.closed(at));
        return with(changed.posed, open.filter(current -> !current.equals(questionId)), skipped);
    }

    Course closeAll(Instant at) {
        Course running = paused.isPresent() ? resumed(at) : this;
        return running.open.map(current -> running.close(current, at)).orElse(running);
    }

    Course change(String questionId, UnaryOperator<Posed> change) {
        var next = posed.stream()
                .map(asked -> asked.questionId().equals(questionId) ? change.apply(asked) : asked)
                .toList();
        return with(next, open, skipped);
    }

    private Course added(Posed asked) {
        var next = new ArrayList<>(posed);
        next.add(asked);
        return with(next, open, skipped);
    }

    private OptionalInt indexOf(String questionId) {
        return IntStream.range(0, posed.size())
                .filter(index -> posed.get(index).questionId().equals(questionId))
                .findFirst();
    }
}
