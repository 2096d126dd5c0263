package org.threeshift.core.exchange;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.exchange.ExchangeRefusal.Words;
import org.threeshift.core.exchange.SecondHalfRounds.Chosen;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.InterviewIndex.LastPosed;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Finds what a second half is held on, and sets it up. */
@Component
final class SecondHalves {
    private final ExchangeStore store;
    private final Hosting hosting;
    private final InterviewIndex index;
    private final Banks banks;
    private final People people;
    private final List<SecondHalfQuestions> limits;
    private final List<SecondHalfRounds> rounds;

    SecondHalves(
            ExchangeStore store,
            Hosting hosting,
            InterviewIndex index,
            Banks banks,
            People people,
            List<SecondHalfQuestions> limits,
            List<SecondHalfRounds> rounds) {
        this.store = store;
        this.hosting = hosting;
        this.index = index;
        this.banks = banks;
        this.people = people;
        this.limits = List.copyOf(limits);
        this.rounds = List.copyOf(rounds);
    }

    /** @param round with the bank from which it is */
    record Choice(Bank bank, SecondRound round) {}

    /**
     * A second half that may be held.
     *
     * @param first the first half
     */
    record Coming(Exchange exchange, Known first) {
        private String bank() {
            return first.setup().agenda().bankId();
        }

        /** Whoever interviewed in the first half. */
        private PersonId candidate() {
            return first.setup().host();
        }
    }

    /** What each of them would be held on; nothing of one for which the bank has nothing left. Two queries, however many. */
    Map<ExchangeId, Choice> choose(List<Coming> coming, Instant now) {
        if (coming.isEmpty()) {
            return Map.of();
        }
        List<InterviewId> firstHalves =
                coming.stream().map(one -> one.exchange().first()).toList();
        Map<InterviewId, Chosen> wanted = new HashMap<>();
        rounds.forEach(choice -> wanted.putAll(choice.of(firstHalves)));
        Set<String> bankIds = Stream.concat(
                        coming.stream().map(Coming::bank),
                        wanted.values().stream().map(Chosen::bankId))
                .collect(Collectors.toSet());
        Map<String, Bank> newest = banks.newest(bankIds);
        List<LastPosed> posed =
                index.lastPosed(coming.stream().map(Coming::candidate).collect(Collectors.toSet()), bankIds);
        Map<InterviewId, Set<String>> limited = limited(firstHalves);
        Map<ExchangeId, Choice> chosen = new HashMap<>();
        for (Coming one : coming) {
            Optional.ofNullable(wanted.get(one.exchange().first()))
                    .flatMap(choice -> wanted(choice, newest, one, limited, now))
                    .or(() -> Optional.ofNullable(newest.get(one.bank()))
                            .flatMap(bank -> choose(bank, one, seen(bank, one, limited), posed, now)
                                    .map(round -> new Choice(bank, round))))
                    .ifPresent(choice -> chosen.put(one.exchange().id(), choice));
        }
        return chosen;
    }

    /** Absent where the bank has no such round any more, or somebody saw some of it. */
    private static Optional<Choice> wanted(
            Chosen wanted, Map<String, Bank> newest, Coming one, Map<InterviewId, Set<String>> limited, Instant now) {
        return Optional.ofNullable(newest.get(wanted.bankId()))
                .flatMap(bank -> SecondRound.chosen(bank, wanted.roundId(), seen(bank, one, limited), minutes(one, now))
                        .map(round -> new Choice(bank, round)));
    }

    private static int minutes(Coming coming, Instant now) {
        Half half = Half.of(coming.exchange().first(), coming.first(), now);
        return FairTime.second(coming.exchange().minutes(), half.spent());
    }

    private Map<InterviewId, Set<String>> limited(List<InterviewId> firstHalves) {
        Map<InterviewId, Set<String>> limited = new HashMap<>();
        limits.forEach(limit -> limited.putAll(limit.of(firstHalves)));
        return limited;
    }

    /** What either saw, and whatever is needed elsewhere. */
    private static Set<String> seen(Bank bank, Coming coming, Map<InterviewId, Set<String>> limited) {
        Set<String> seen = new HashSet<>(FirstHalves.seen(coming.first(), bank.id()));
        Optional.ofNullable(limited.get(coming.exchange().first()))
                .ifPresent(allowed -> bank.questions().stream()
                        .map(Question::id)
                        .filter(question -> !allowed.contains(question))
                        .forEach(seen::add));
        return seen;
    }

    private static Optional<SecondRound> choose(
            Bank bank, Coming coming, Set<String> seen, List<LastPosed> posed, Instant now) {
        Map<String, Instant> last = posed.stream()
                .filter(one -> one.candidate().equals(coming.candidate())
                        && one.bankId().equals(bank.id()))
                .collect(Collectors.toMap(LastPosed::questionId, LastPosed::at));
        return SecondRound.choose(
                bank,
                seen,
                last,
                now,
                minutes(coming, now),
                new MessageFormat(Words.of("round.made-up"), Locale.ROOT).format(new Object[] {bank.title()}));
    }

    /**
     * Sets the second half up for now, with the former candidate as its host, be it a guest: both have agreed to it. However
     * often this is called, and on however many nodes at once, the interview is one, because its id is.
     *
     * @return why it cannot be set up; absent when it is, or when the bank has nothing left
     */
    Optional<Refusal> setUp(Exchange exchange, Known first, Instant now) {
        Setup setup = first.setup();
        Optional<Person> interviewer = setup.candidate().flatMap(people::find);
        if (banks.newest(setup.agenda().bankId()).isEmpty()) {
            return Optional.of(Refusal.of(Refusal.Code.ROUND_UNKNOWN));
        }
        if (interviewer.isEmpty()) {
            return Optional.of(Refusal.of(Refusal.Code.PERSON_UNKNOWN));
        }
        var coming = new Coming(exchange, first);
        return Optional.ofNullable(choose(List.of(coming), now).get(exchange.id()))
                .flatMap(chosen -> setUp(coming, chosen.round(), chosen.bank(), interviewer.get(), now));
    }

    private Optional<Refusal> setUp(Coming coming, SecondRound chosen, Bank bank, Person interviewer, Instant now) {
        Setup setup = coming.first().setup();
        store.settle(coming.exchange().id(), chosen.source());
        var plan = new Hosting.Plan(
                coming.exchange().second(),
                Kind.PEER,
                bank.id(),
                chosen.round().id(),
                new Candidate.Member(setup.host()),
                Set.of(),
                Optional.empty(),
                setup.zone(),
                Map.of(),
                setup.meetingLink());
        return switch (hosting.host(plan, bank, chosen.round(), interviewer, now)) {
            case Hosted.Done _ -> Optional.empty();
            case Hosted.Refused(var refusal) -> Optional.of(refusal);
        };
    }
}
