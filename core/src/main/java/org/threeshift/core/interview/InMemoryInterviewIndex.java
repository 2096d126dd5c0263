package org.threeshift.core.interview;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Interview.Held;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.PersonId;

/** The lists for tests, folded from the log at every question. */
final class InMemoryInterviewIndex implements InterviewIndex {
    private final InMemoryInterviewLog log;

    InMemoryInterviewIndex(InMemoryInterviewLog log) {
        this.log = log;
    }

    @Override
    public List<Entry> upcoming(PersonId person) {
        return entries(
                Stream.concat(in(Interview.Scheduled.class), in(Interview.Live.class)),
                state -> state.setup().startsAt(),
                person);
    }

    @Override
    public List<Entry> debriefing(PersonId person) {
        return entries(in(Interview.Debriefing.class), Interview.Debriefing::finishedAt, person);
    }

    @Override
    public int owed(PersonId person) {
        return (int) debriefing(person).stream()
                .filter(entry -> entry.owedSince().isPresent())
                .count();
    }

    @Override
    public List<Entry> published(PersonId person, Seat seat, int limit) {
        return published(person, EnumSet.of(seat), limit);
    }

    @Override
    public List<Entry> watched(PersonId person, int limit) {
        return published(person, EnumSet.of(Seat.SHADOW, Seat.OBSERVER), limit);
    }

    private List<Entry> published(PersonId person, Set<Seat> seats, int limit) {
        return newest(entries(in(Interview.Published.class), Interview.Published::publishedAt, person).stream()
                        .filter(entry -> seats.contains(entry.seat()))
                        .toList())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Entry> cancelled(PersonId person, int limit) {
        return newest(entries(in(Interview.Cancelled.class), Interview.Cancelled::at, person))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Entry> all(PersonId person, Optional<InterviewId> before, int limit) {
        return in(Known.class)
                .flatMap(one -> entry(one.id(), one.state(), person).stream())
                .filter(entry -> before.filter(last -> idOf(entry).compareTo(last.toString()) >= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(InMemoryInterviewIndex::idOf).reversed())
                .limit(limit)
                .toList();
    }

    /** As text, which sorts as PostgreSQL sorts ids. */
    private static String idOf(Entry entry) {
        return entry.id().toString();
    }

    @Override
    public List<LastPosed> lastPosed(Set<PersonId> candidates, Set<String> bankIds) {
        Map<List<Object>, LastPosed> last = new LinkedHashMap<>();
        in(Held.class)
                .filter(one -> bankIds.contains(one.state().setup().agenda().bankId()))
                .flatMap(one -> one.state().setup().candidate().stream()
                        .filter(candidates::contains)
                        .flatMap(candidate -> posed(
                                one.id(),
                                candidate,
                                one.state().setup().agenda().bankId())))
                .forEach(posed -> last.merge(
                        List.of(posed.candidate(), posed.bankId(), posed.questionId()),
                        posed,
                        (one, other) -> one.at().isAfter(other.at()) ? one : other));
        return List.copyOf(last.values());
    }

    private Stream<LastPosed> posed(InterviewId id, PersonId candidate, String bank) {
        return log.read(id, 0).stream()
                .flatMap(recorded -> recorded.event() instanceof InterviewEvent.QuestionPosed(var question)
                        ? Stream.of(new LastPosed(candidate, bank, question, recorded.at()))
                        : Stream.of());
    }

    private record One<S extends Known>(InterviewId id, S state) {}

    private <S extends Known> Stream<One<S>> in(Class<S> phase) {
        return log.interviews()
                .flatMap(id -> Stream.of(Evolve.fold(log.read(id, 0)))
                        .filter(phase::isInstance)
                        .map(state -> new One<>(id, phase.cast(state))));
    }

    private static <S extends Known> List<Entry> entries(
            Stream<? extends One<? extends S>> all, Function<S, Instant> when, PersonId person) {
        return all.map(one -> new One<S>(one.id(), one.state()))
                .sorted(Comparator.comparing((One<S> one) -> when.apply(one.state()))
                        .thenComparing(one -> one.id().toString()))
                .flatMap(one -> entry(one.id(), one.state(), person).stream())
                .toList();
    }

    private static Stream<Entry> newest(List<Entry> oldestFirst) {
        return oldestFirst.reversed().stream();
    }

    private static Optional<Entry> entry(InterviewId id, Known state, PersonId person) {
        Setup setup = state.setup();
        if (setup.seat(person).isEmpty()) {
            return Optional.empty();
        }
        Optional<Held> held = state instanceof Held some ? Optional.of(some) : Optional.empty();
        boolean locked = held.filter(some -> some.sheet(person).locked()).isPresent();
        boolean mayKnow = locked || setup.isCandidate(person);
        return Optional.of(new Entry(
                id,
                Phase.of(state),
                setup.kind(),
                setup.seat(person).orElseThrow(),
                setup.host().equals(person),
                setup.host(),
                setup.candidate(),
                setup.invitee(),
                setup.agenda().title(),
                setup.agenda().minutes(),
                setup.startsAt(),
                setup.zone(),
                state instanceof Interview.Published published
                        ? Optional.of(published.publishedAt())
                        : Optional.empty(),
                locked,
                mayKnow && held.flatMap(Held::selfScore).isPresent(),
                state instanceof Interview.Cancelled cancelled ? cancelled.noShow() : Optional.empty(),
                state.owedSince(person)));
    }
}
