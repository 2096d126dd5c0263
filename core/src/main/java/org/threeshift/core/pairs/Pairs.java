package org.threeshift.core.pairs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.TypedLine;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairing.Weight;
import org.threeshift.core.pairs.model.Decline;
import org.threeshift.core.pairs.model.Origin;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairCommand;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairRefusal;
import org.threeshift.core.pairs.model.PairState.Cancelled;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.pairs.model.PairState.Proposed;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.relations.Relations;

/** What the two of a pair say about it. Everybody else is told that there is no such pair. */
@Service
public class Pairs {
    /** Longest reason for calling off, in characters. */
    public static final int LONGEST_REASON = 500;

    private static final Duration SHOWN_FOR = Duration.ofDays(14);

    private final PostgresPairs store;
    private final PairChanges changes;
    private final PairFollower follower;
    private final PairViews views;
    private final SharedHours shared;
    private final Relations relations;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final InstantSource time;

    Pairs(
            PostgresPairs store,
            PairChanges changes,
            PairFollower follower,
            PairViews views,
            SharedHours shared,
            Relations relations,
            TransactionOperations transactions,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.changes = changes;
        this.follower = follower;
        this.views = views;
        this.shared = shared;
        this.relations = relations;
        this.transactions = transactions;
        this.ids = ids;
        this.time = time;
    }

    /** Absent for whoever is not one of the two. */
    public Optional<PairView> find(PairId id, PersonId reader) {
        return store.find(id).filter(row -> row.pair().has(reader)).map(row -> views.of(row, reader));
    }

    /** A pair as it stands now, whatever became of its interview a moment ago; absent for whoever is not one of the two. */
    public Optional<PairView> look(PairId id, PersonId reader) {
        follower.followThoseOf(reader, now());
        return find(id, reader);
    }

    /** What whoever called it off wrote to the other: both of the two read it. */
    public Optional<String> reason(PairView pair) {
        return pair.state() instanceof Cancelled ? follower.reason(pair.pair()) : Optional.empty();
    }

    /** The pair of which an interview is the first half. */
    public Optional<PairView> of(InterviewId first, PersonId reader) {
        return store.of(first).filter(row -> row.pair().has(reader)).map(row -> views.of(row, reader));
    }

    /** Those of a person that are not over, and what ended in the last two weeks; the next hour first. */
    public List<PairView> of(PersonId reader) {
        follower.followThoseOf(reader, now());
        return views.of(store.of(reader, now().minus(SHOWN_FOR)), reader);
    }

    /** Pairs of draws that are ahead, at hours that the reader does not say, or no longer says, that they have. */
    public List<PairView> outsideHours(PersonId reader) {
        Instant now = now();
        Predicate<Span> said = shared.said(reader);
        return of(reader).stream()
                .filter(view ->
                        !view.now() && !view.over() && view.hour().from().isAfter(now))
                .filter(view -> !said.test(view.hour()))
                .toList();
    }

    /** What is proposed to them for some of that time, until both have said yes to it or the time to do so is over. */
    public Optional<PairView> proposed(PersonId reader, Span time) {
        Instant now = now();
        return views.of(store.of(reader, now.minus(SHOWN_FOR)), reader).stream()
                .filter(view -> view.confirmBy().filter(now::isBefore).isPresent())
                .filter(view -> view.hour().intersection(time).isPresent())
                .findFirst();
    }

    /**
     * Puts two together for an hour, as a draw does, at a stated moment: for demonstrations, which tell of the past.
     *
     * @return absent when one of the two waits in another pair of a draw
     */
    public Optional<PairId> propose(PersonId one, PersonId other, Span hour, Instant at) {
        var id = new PairId(ids.next());
        var proposed = new Proposed(hour, Origin.DRAW.confirmBy(at, hour.from()));
        var pair = new Pair(id, Origin.DRAW, one, other, at, new InterviewId(ids.next()), proposed);
        return inOne(() -> store.add(List.of(new PairRow(
                        pair, Optional.empty(), ground(one, other, at), views.sharedLanguages(one, other), at))))
                .stream()
                .findFirst();
    }

    private String ground(PersonId one, PersonId other, Instant at) {
        Set<PersonId> both = Set.of(one, other);
        return relations
                        .among(both, at.minus(Weight.FORGOTTEN_AFTER))
                        .met(one, other)
                        .isPresent()
                ? ""
                : Ground.NOT_MET.name();
    }

    public PairAnswer confirm(PairId id, PersonId by) {
        return send(id, by, new PairCommand.Confirm(by));
    }

    /** @param reason for nobody but themselves */
    public PairAnswer decline(PairId id, PersonId by, Decline reason) {
        return inOne(
                () -> {
                    store.declined(id, by, reason);
                    return changes.send(id, new PairCommand.Decline(by), "", now());
                },
                id,
                by);
    }

    /** @param reason words that the partner reads */
    public PairAnswer cancel(PairId id, PersonId by, String reason) {
        String words = TypedLine.of(reason);
        Optional<PairRefusal> wrong = wrong(reason, words);
        if (wrong.isPresent()) {
            return find(id, by)
                    .<PairAnswer>map(view -> refused(wrong.get(), view))
                    .orElseGet(PairAnswer.NotThere::new);
        }
        return inOne(() -> changes.send(id, new PairCommand.Cancel(by), words, now()), id, by);
    }

    private static Optional<PairRefusal> wrong(String typed, String words) {
        if (typed.codePoints().anyMatch(each -> Character.isISOControl(each) && !Character.isWhitespace(each))) {
            return Optional.of(PairRefusal.REASON_UNPRINTABLE);
        }
        if (words.isBlank()) {
            return Optional.of(PairRefusal.REASON_MISSING);
        }
        return words.codePointCount(0, words.length()) > LONGEST_REASON
                ? Optional.of(PairRefusal.REASON_TOO_LONG)
                : Optional.empty();
    }

    /** The hours that both have, at most eight, the next ones and over several days; none for a pair that is not confirmed. */
    public List<Span> hours(PairId id, PersonId reader) {
        return store.find(id)
                .map(PairRow::pair)
                .filter(pair -> pair.has(reader) && pair.state() instanceof Confirmed)
                .map(pair -> shared.of(pair, now()))
                .orElse(List.of());
    }

    /** Asks the partner to move. The hour that was agreed on stands until they say yes. */
    public PairAnswer askToMove(PairId id, PersonId by, Instant from) {
        Optional<PairView> view = find(id, by);
        if (view.isEmpty()) {
            return new PairAnswer.NotThere();
        }
        Optional<Span> hour = hours(id, by).stream()
                .filter(one -> one.from().equals(from))
                .findFirst()
                .or(() -> view.get().askedToMove().filter(asked -> asked.from().equals(from)));
        return hour.isEmpty() && view.get().confirmed()
                ? refused(PairRefusal.NOT_SHARED, view.get())
                : send(
                        id,
                        by,
                        new PairCommand.AskToMove(by, hour.orElse(view.get().hour())));
    }

    /** @param from the hour that they saw */
    public PairAnswer agreeToMove(PairId id, PersonId by, Instant from) {
        Optional<PairView> view = find(id, by);
        return view.<PairAnswer>map(seen -> send(
                        id, by, new PairCommand.AgreeToMove(by, Span.of(from, Duration.ofMinutes(seen.minutes())))))
                .orElseGet(PairAnswer.NotThere::new);
    }

    public PairAnswer stay(PairId id, PersonId by) {
        return send(id, by, new PairCommand.StayAtHour(by));
    }

    private PairAnswer send(PairId id, PersonId by, PairCommand command) {
        return inOne(() -> changes.send(id, command, "", now()), id, by);
    }

    private interface Change {
        PairChanges.Came make();
    }

    private PairAnswer inOne(Change change, PairId id, PersonId by) {
        PairChanges.Came came = Objects.requireNonNull(transactions.execute(status -> {
            PairChanges.Came made = change.make();
            if (made instanceof PairChanges.Came.Refused) {
                status.setRollbackOnly();
            }
            return made;
        }));
        Optional<PairView> view = find(id, by);
        if (view.isEmpty()) {
            return new PairAnswer.NotThere();
        }
        return switch (came) {
            case PairChanges.Came.Done _ -> new PairAnswer.Done(view.get());
            case PairChanges.Came.Refused(var refusal) -> refused(refusal, view.get());
        };
    }

    private <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private static PairAnswer refused(PairRefusal refusal, PairView view) {
        return new PairAnswer.Refused(refusal, PairRefused.sentence(refusal), view);
    }

    /** As the database keeps it. */
    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
