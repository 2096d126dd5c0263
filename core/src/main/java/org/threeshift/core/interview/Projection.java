package org.threeshift.core.interview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.Setup;

/** A state as the rows that lists and reports read. Component names are the names of tables and columns. */
record Projection(
        Set<Header> interview,
        Set<Participant> participant,
        Set<SheetRow> sheet,
        Set<Rating> rating,
        Set<Trap> trapJudgement,
        Set<SelfLevel> selfRating) {

    /** The one row of the interview itself. */
    record Header(
            String kind,
            String phase,
            UUID host,
            Optional<UUID> candidate,
            String invitee,
            String bankId,
            int bankVersion,
            String roundId,
            String title,
            int minutes,
            Instant startsAt,
            String zone,
            Optional<Instant> startedAt,
            Optional<Instant> finishedAt,
            Optional<Instant> publishedAt,
            Optional<Instant> cancelledAt,
            Optional<String> noShow) {}

    record Participant(UUID personId, String seat) {}

    record SheetRow(
            UUID interviewer,
            Optional<Instant> lockedAt,
            Optional<String> verdict,
            Optional<String> summary,
            int amendments) {}

    /** @param level 1 to 5, empty for not observed */
    record Rating(UUID interviewer, String questionId, String shift, OptionalInt level) {
        Rating empty() {
            return new Rating(interviewer, questionId, shift, OptionalInt.empty());
        }
    }

    record Trap(UUID interviewer, String questionId, String trapId, String judgement) {
        Trap empty() {
            return new Trap(interviewer, questionId, trapId, "");
        }
    }

    /** @param level 1 to 5, empty for not observed */
    record SelfLevel(String questionId, String shift, OptionalInt level) {}

    /**
     * The rows to write so that one projection becomes the next.
     *
     * @param participantGone whoever was taken off again
     * @param sheetGone the interviewers whose sheets are no more
     * @param ratingGone levels that were taken back
     * @param trapJudgementGone judgements that were taken back
     */
    @JsonInclude(value = JsonInclude.Include.NON_EMPTY)
    record Changes(
            List<Header> interview,
            List<Participant> participant,
            List<UUID> participantGone,
            List<SheetRow> sheet,
            List<UUID> sheetGone,
            List<Rating> rating,
            List<Rating> ratingGone,
            List<Trap> trapJudgement,
            List<Trap> trapJudgementGone,
            List<SelfLevel> selfRating) {}

    static Projection of(Interview state) {
        return switch (state) {
            case Interview.Unscheduled _ -> new Projection(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
            case Interview.Scheduled now -> unheld(now);
            case Interview.Cancelled now -> unheld(now);
            case Interview.Held held -> held(held);
        };
    }

    /** What to write on top of the rows of an earlier state. */
    Changes since(Projection before) {
        return new Changes(
                added(before.interview, interview),
                added(before.participant, participant),
                gone(before.participant, participant, Participant::personId),
                added(before.sheet, sheet),
                gone(before.sheet, sheet, SheetRow::interviewer),
                added(before.rating, rating),
                gone(before.rating, rating, Rating::empty),
                added(before.trapJudgement, trapJudgement),
                gone(before.trapJudgement, trapJudgement, Trap::empty),
                added(before.selfRating, selfRating));
    }

    private static <T> List<T> added(Set<T> before, Set<T> after) {
        var fresh = new HashSet<>(after);
        fresh.removeAll(before);
        return List.copyOf(fresh);
    }

    /** The keys of the rows that have no successor. */
    private static <T, K> List<K> gone(Set<T> before, Set<T> after, Function<T, K> key) {
        Set<K> left = before.stream().map(key).collect(Collectors.toCollection(HashSet::new));
        after.stream().map(key).forEach(left::remove);
        return List.copyOf(left);
    }

    private static Projection unheld(Interview.Known known) {
        return new Projection(
                Set.of(header(known)), participants(known.setup()), Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static Projection held(Interview.Held held) {
        var sheets = held.sheets().values();
        return new Projection(
                Set.of(header(held)),
                participants(held.setup()),
                rows(
                        sheets,
                        sheet -> Stream.of(new SheetRow(
                                sheet.interviewer().value(),
                                sheet.lock().map(lock -> lock.at()),
                                sheet.lock().map(lock -> lock.verdict().name()),
                                sheet.lock().map(lock -> lock.summary()),
                                sheet.amendments().size()))),
                rows(
                        sheets,
                        sheet -> sheet.levels().entrySet().stream()
                                .map(entry -> new Rating(
                                        sheet.interviewer().value(),
                                        entry.getKey().questionId(),
                                        entry.getKey().shift().name(),
                                        entry.getValue().value()))),
                rows(
                        sheets,
                        sheet -> sheet.traps().entrySet().stream()
                                .map(entry -> new Trap(
                                        sheet.interviewer().value(),
                                        entry.getKey().questionId(),
                                        entry.getKey().trapId(),
                                        entry.getValue().name()))),
                rows(
                        held.selfScore().stream().toList(),
                        self -> self.ratings().stream()
                                .map(rating -> new SelfLevel(
                                        rating.questionId(),
                                        rating.shift().name(),
                                        rating.level().value()))));
    }

    private static <S, T> Set<T> rows(Collection<S> from, Function<S, Stream<T>> rows) {
        return from.stream().flatMap(rows).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Participant> participants(Setup setup) {
        return Stream.concat(
                        setup.interviewers().stream()
                                .map(person -> new Participant(person.value(), Seat.INTERVIEWER.name())),
                        Stream.concat(
                                setup.watchers().entrySet().stream()
                                        .map(watcher -> new Participant(
                                                watcher.getKey().value(),
                                                watcher.getValue().name())),
                                setup.candidate().stream()
                                        .map(person -> new Participant(person.value(), Seat.CANDIDATE.name()))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Header header(Interview.Known known) {
        Setup setup = known.setup();
        return new Header(
                setup.kind().name(),
                Phase.of(known).name(),
                setup.host().value(),
                setup.candidate().map(person -> person.value()),
                setup.invitee(),
                setup.agenda().bankId(),
                setup.agenda().bankVersion(),
                setup.agenda().roundId(),
                setup.agenda().title(),
                setup.agenda().minutes(),
                setup.startsAt(),
                setup.zone().getId(),
                known instanceof Interview.Held held ? Optional.of(held.course().startedAt()) : Optional.empty(),
                finishedAt(known),
                known instanceof Interview.Published published
                        ? Optional.of(published.publishedAt())
                        : Optional.empty(),
                known instanceof Interview.Cancelled cancelled ? Optional.of(cancelled.at()) : Optional.empty(),
                known instanceof Interview.Cancelled cancelled
                        ? cancelled.noShow().map(Enum::name)
                        : Optional.empty());
    }

    /** When the questions ended, absent before. */
    static Optional<Instant> finishedAt(Interview.Known known) {
        return switch (known) {
            case Interview.Debriefing now -> Optional.of(now.finishedAt());
            case Interview.Published now -> Optional.of(now.finishedAt());
            case Interview.Scheduled _, Interview.Live _, Interview.Cancelled _ -> Optional.empty();
        };
    }
}
