package org.threeshift.core.interview;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Course;
import org.threeshift.core.interview.model.Debrief;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.PersonId;

/** How {@link Replay} says who sits where, what is to be asked, and how far the debrief is. */
record Telling(Function<PersonId, String> names) {

    /** One line a part. */
    Stream<String> setup(Interview state) {
        return state instanceof Interview.Known known
                ? Stream.of(seats(known.setup()), agenda(known.setup()))
                : Stream.of();
    }

    private String seats(Setup setup) {
        return Replay.sentence(
                "seats",
                names.apply(setup.lead()),
                named(setup.interviewers(), _ -> true),
                named(setup.watchers(), Seat.SHADOW),
                named(setup.watchers(), Seat.OBSERVER),
                setup.meetingLink().map(Object::toString).orElseGet(() -> Replay.sentence("built-in")));
    }

    private static String agenda(Setup setup) {
        List<String> questions =
                setup.agenda().items().stream().map(AgendaItem::questionId).toList();
        return Replay.sentence("agenda", Replay.listed(questions, "nothing"));
    }

    /** What stands still or was left out. */
    static Stream<String> course(Interview state) {
        return state instanceof Interview.Live(var _, Course course, var _, var _)
                ? Stream.concat(
                        course.paused().stream().map(since -> Replay.sentence("paused", since)),
                        course.skipped().isEmpty()
                                ? Stream.of()
                                : Stream.of(Replay.sentence(
                                        "skipped",
                                        Replay.listed(
                                                course.skipped().stream()
                                                        .sorted()
                                                        .toList(),
                                                "nothing"))))
                : Stream.of();
    }

    Stream<String> debrief(Interview state) {
        return state instanceof Interview.Published now ? now.debrief().stream().map(this::debrief) : Stream.of();
    }

    private String debrief(Debrief talk) {
        String at = talk.gap()
                .map(gap -> Replay.sentence(
                        "debrief-gap",
                        talk.step() + 1,
                        talk.gaps().size(),
                        gap.questionId(),
                        gap.shift(),
                        gap.levels(),
                        gap.between()))
                .orElseGet(() -> Replay.sentence("debrief-sentence"));
        String wording = talk.wording()
                .map(words -> Replay.sentence(
                        "debrief-wording",
                        words.number(),
                        names.apply(words.by()),
                        words.sentence(),
                        named(talk.confirmed(), _ -> true)))
                .orElseGet(() -> Replay.sentence("debrief-no-wording"));
        String end = talk.open() ? "debrief-open" : talk.candidateAbsent() ? "debrief-ended-absent" : "debrief-ended";
        return Replay.sentence("debrief", Replay.sentence(end), at, wording);
    }

    private String named(Map<PersonId, Seat> watchers, Seat seat) {
        return named(watchers.keySet(), person -> watchers.get(person) == seat);
    }

    private String named(Collection<PersonId> people, Predicate<PersonId> which) {
        return Replay.listed(people.stream().filter(which).map(names).sorted().toList(), "nobody");
    }
}
