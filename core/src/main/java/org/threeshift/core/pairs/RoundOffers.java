package org.threeshift.core.pairs;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.bank.Round;
import org.threeshift.core.exchange.SecondHalfRounds.Chosen;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.model.Agenda;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.pairs.AskedRounds.Offer;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairRefusal;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Which round each of a pair asks: until the first half begins, whoever interviews in a half may choose another one for it. Nobody asks
 * what they are to be asked themselves, and no guide that one of the two has read is asked of them: the first half's questions, also
 * those that were put away for others, are no part of the second.
 */
@Service
public class RoundOffers {
    private final PostgresPairs store;
    private final PostgresChosenRounds chosen;
    private final PairViews views;
    private final InterviewStates states;
    private final InterviewIndex index;
    private final Hosting hosting;
    private final Banks banks;
    private final People people;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final InstantSource time;

    RoundOffers(
            PostgresPairs store,
            PostgresChosenRounds chosen,
            PairViews views,
            InterviewStates states,
            InterviewIndex index,
            Hosting hosting,
            Banks banks,
            People people,
            TransactionOperations transactions,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.chosen = chosen;
        this.views = views;
        this.states = states;
        this.index = index;
        this.hosting = hosting;
        this.banks = banks;
        this.people = people;
        this.transactions = transactions;
        this.ids = ids;
        this.time = time;
    }

    /** Absent while nothing is agreed on, and once the first half has begun. */
    public Optional<AskedRounds> of(PairView pair) {
        return pair.confirmed() ? halves(pair).map(halves -> halves.asked(pair.reader())) : Optional.empty();
    }

    /** @param key as {@link Offer#key()} has it */
    public PairAnswer choose(PairId id, PersonId by, String key) {
        Optional<PairView> found =
                store.find(id).filter(row -> row.pair().has(by)).map(row -> views.of(row, by));
        if (found.isEmpty()) {
            return new PairAnswer.NotThere();
        }
        Optional<PairRefusal> refusal = Objects.requireNonNull(transactions.execute(status -> {
            Optional<PairRefusal> refused = store.lock(id)
                    .map(row -> choose(views.of(row, by), key))
                    .orElse(Optional.of(PairRefusal.NOT_FOUND));
            if (refused.isPresent()) {
                status.setRollbackOnly();
            }
            return refused;
        }));
        return refusal.<PairAnswer>map(why -> new PairAnswer.Refused(why, PairRefused.sentence(why), found.get()))
                .orElseGet(() -> new PairAnswer.Done(found.get()));
    }

    private Optional<PairRefusal> choose(PairView pair, String key) {
        Optional<Halves> halves = pair.confirmed() ? halves(pair) : Optional.empty();
        if (halves.isEmpty()) {
            return Optional.of(pair.confirmed() ? PairRefusal.BEGUN : PairRefusal.NOT_CONFIRMED);
        }
        Optional<RoundChoice> wanted = halves.get()
                .open(pair.reader())
                .filter(choice -> Offer.of(choice).key().equals(key))
                .findFirst();
        if (wanted.isEmpty()) {
            return Optional.of(PairRefusal.ROUND_NOT_THERE);
        }
        return halves.get().first(pair.reader()) ? first(pair, wanted.get()) : second(pair, wanted.get());
    }

    private Optional<PairRefusal> first(PairView pair, RoundChoice wanted) {
        Round round = wanted.round();
        var timed = new Round(round.id(), round.title(), round.purpose(), round.questions(), pair.minutes() / 2);
        Outcome outcome =
                hosting.chooseRound(pair.first(), ids.next(), new By(pair.reader(), now()), wanted.bank(), timed);
        return switch (outcome) {
            case Outcome.Done _ -> Optional.empty();
            case Outcome.Refused _ -> Optional.of(PairRefusal.ROUND_NOT_THERE);
        };
    }

    private Optional<PairRefusal> second(PairView pair, RoundChoice wanted) {
        chosen.choose(pair.id(), new Chosen(wanted.bank().id(), wanted.round().id()));
        return Optional.empty();
    }

    private Optional<Halves> halves(PairView pair) {
        return states.find(pair.first())
                .filter(Interview.Scheduled.class::isInstance)
                .map(known -> new Halves(
                        known.setup(),
                        Optional.ofNullable(chosen.of(List.of(pair.first())).get(pair.first())),
                        banks.newestOfAll(),
                        pair.minutes() / 2));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Both halves of one exchange, before the first. */
    private final class Halves {
        private final Setup setup;
        private final Optional<RoundChoice> second;
        private final List<Bank> all;
        private final int minutes;

        Halves(Setup setup, Optional<Chosen> second, List<Bank> all, int minutes) {
            this.setup = setup;
            this.all = all;
            this.minutes = minutes;
            this.second = second.flatMap(this::found);
        }

        private Optional<RoundChoice> found(Chosen wanted) {
            return all.stream()
                    .filter(bank -> bank.id().equals(wanted.bankId()))
                    .flatMap(
                            bank -> bank.round(wanted.roundId()).map(round -> new RoundChoice(bank, round, 0)).stream())
                    .findFirst();
        }

        AskedRounds asked(PersonId reader) {
            return new AskedRounds(
                    first(reader),
                    second.map(Offer::of),
                    minutes,
                    fitting(reader)
                            .filter(choice -> choice.round().minutes() > minutes)
                            .map(Offer::of)
                            .sorted(Comparator.comparingInt(Offer::minutes))
                            .toList(),
                    open(reader).map(Offer::of).toList());
        }

        boolean first(PersonId reader) {
            return setup.isLead(reader);
        }

        /** What the reader may choose instead of what they have. */
        Stream<RoundChoice> open(PersonId reader) {
            return fitting(reader).filter(choice -> choice.round().minutes() <= minutes);
        }

        /** However long it takes. */
        private Stream<RoundChoice> fitting(PersonId reader) {
            Optional<Person> asks = people.find(reader);
            Optional<Person> answers =
                    (first(reader) ? setup.candidate() : Optional.of(setup.lead())).flatMap(people::find);
            if (asks.isEmpty() || answers.isEmpty()) {
                return Stream.empty();
            }
            Map<String, Set<String>> closed = hosting.yetToBeAsked(asks.get(), time.instant());
            return RoundChoice.of(all, answers.get().profile().targetRole().orElse(""), posed(answers.get()), minutes)
                    .stream()
                    .filter(choice ->
                            apart(choice, closed.getOrDefault(choice.bank().id(), Set.of())))
                    .filter(choice -> first(reader) ? opensFirst(choice) : opensSecond(choice));
        }

        private Set<String> posed(Person candidate) {
            return index
                    .lastPosed(
                            Set.of(candidate.id()), all.stream().map(Bank::id).collect(Collectors.toSet()))
                    .stream()
                    .map(posed -> posed.bankId() + "/" + posed.questionId())
                    .collect(Collectors.toSet());
        }

        /** Not the one that it is on already; shares nothing with the second half, and leaves its bank something for that. */
        private boolean opensFirst(RoundChoice choice) {
            Agenda agenda = setup.agenda();
            boolean same = agenda.bankId().equals(choice.bank().id())
                    && agenda.roundId().equals(choice.round().id());
            Set<String> read = new HashSet<>(read(choice.bank()));
            read.addAll(choice.round().questions());
            return !same
                    && second.map(other -> !other.bank()
                                            .id()
                                            .equals(choice.bank().id())
                                    || apart(choice, Set.copyOf(other.round().questions())))
                            .orElseGet(() -> left(choice.bank(), read) * 2 >= minutes);
        }

        private boolean opensSecond(RoundChoice choice) {
            boolean same = second.filter(
                            other -> other.bank().id().equals(choice.bank().id())
                                    && other.round().id().equals(choice.round().id()))
                    .isPresent();
            return !same && apart(choice, read(choice.bank()));
        }

        private static boolean apart(RoundChoice choice, Set<String> questions) {
            return choice.round().questions().stream().noneMatch(questions::contains);
        }

        private static int left(Bank bank, Set<String> read) {
            return bank.questions().stream()
                    .filter(question -> !read.contains(question.id()))
                    .mapToInt(Question::minutes)
                    .sum();
        }

        /** Whose guides whoever asks in the first half could read. */
        private Set<String> read(Bank bank) {
            return Stream.concat(Stream.of(setup.agenda()), setup.putAway().stream())
                    .filter(agenda -> agenda.bankId().equals(bank.id()))
                    .flatMap(agenda -> agenda.items().stream())
                    .map(AgendaItem::questionId)
                    .collect(Collectors.toSet());
        }
    }
}
