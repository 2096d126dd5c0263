package org.threeshift.core.pairs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.Taking;
import org.threeshift.core.appointment.What;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.exchange.Exchanges.Made;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairState.Why;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.relations.Relations;

/** The exchange that comes of a pair, and both people's time for it. In the caller's transaction. */
@Component
class Sittings {
    private final Appointments appointments;
    private final Exchanges exchanges;
    private final Interviews interviews;
    private final Hosting hosting;
    private final InterviewStates states;
    private final InterviewIndex index;
    private final Banks banks;
    private final People people;
    private final Relations relations;
    private final Ids ids;

    Sittings(
            Appointments appointments,
            Exchanges exchanges,
            Interviews interviews,
            Hosting hosting,
            InterviewStates states,
            InterviewIndex index,
            Banks banks,
            People people,
            Relations relations,
            Ids ids) {
        this.appointments = appointments;
        this.exchanges = exchanges;
        this.interviews = interviews;
        this.hosting = hosting;
        this.states = states;
        this.index = index;
        this.banks = banks;
        this.people = people;
        this.relations = relations;
        this.ids = ids;
    }

    /**
     * Why two who have confirmed do not come together after all.
     *
     * @param by whose doing it is
     */
    record Hindrance(Why why, Set<PersonId> by) {}

    /** Whether somebody has an appointment in that time. */
    boolean busy(PersonId person, Span hour) {
        return !appointments.of(person, hour).isEmpty();
    }

    /** Takes both people's time and sets their exchange up. @return what stands in the way; then nothing was taken */
    Optional<Hindrance> setUp(Pair pair, Instant now) {
        Optional<Person> one = people.find(pair.one());
        Optional<Person> other = people.find(pair.other());
        // A block may have come while the draw that made the pair was reckoned.
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.of(new Hindrance(Why.APART, Set.of()));
        }
        Optional<PersonId> blocks = relations.blocker(pair.one(), pair.other());
        if (blocks.isPresent()) {
            return Optional.of(new Hindrance(Why.APART, Set.of(blocks.get())));
        }
        Agreed agreed = Agreed.of(pair.state().hour(), one.get().zone());
        Taking taking = appointments.take(pair.both(), agreed, what(pair), pair.first());
        return switch (taking) {
            case Taking.Busy(var whom) -> Optional.of(new Hindrance(Why.BUSY, whom));
            case Taking.Gone() -> Optional.of(new Hindrance(Why.APART, Set.of()));
            case Taking.Taken(var appointment) -> {
                boolean hosted = host(pair, one.get(), other.get(), now) || host(pair, other.get(), one.get(), now);
                if (hosted) {
                    yield Optional.empty();
                }
                appointments.release(appointment.id());
                yield Optional.of(new Hindrance(Why.NO_ROUND, Set.of()));
            }
        };
    }

    /** The best round that may be held; false when there is none. */
    private boolean host(Pair pair, Person host, Person candidate, Instant now) {
        int minutes = (int) pair.state().hour().length().toMinutes();
        List<Bank> all = banks.newestOfAll();
        return RoundChoice.of(all, candidate.profile().targetRole().orElse(""), asked(candidate, all), minutes / 2)
                .stream()
                .anyMatch(choice -> host(pair, host, candidate, choice, minutes, now));
    }

    private Set<String> asked(Person candidate, List<Bank> all) {
        return index
                .lastPosed(Set.of(candidate.id()), all.stream().map(Bank::id).collect(Collectors.toSet()))
                .stream()
                .map(posed -> posed.bankId() + "/" + posed.questionId())
                .collect(Collectors.toSet());
    }

    private boolean host(Pair pair, Person host, Person candidate, RoundChoice choice, int minutes, Instant now) {
        var first = new Hosting.Plan(
                pair.first(),
                Kind.PEER,
                choice.bank().id(),
                choice.round().id(),
                new Candidate.Member(candidate.id()),
                Set.of(),
                Optional.of(pair.state().hour().from()),
                host.zone(),
                Map.of(),
                Optional.empty());
        return exchanges.host(new Exchanges.Plan(first, OptionalInt.of(minutes), false), host, now)
                instanceof Made.Done;
    }

    /**
     * Another hour for the first half, and with it for both people.
     *
     * @param by who agrees to it
     * @return why not
     */
    Optional<Refusal> move(Pair pair, Span hour, PersonId by, String reason, Instant now) {
        return states.find(pair.first())
                .flatMap(known -> refusal(hosting.moveAsAgreed(
                        pair.first(),
                        ids.next(),
                        new By(by, now),
                        new Command.MoveAsAgreed(hour.from(), known.setup().zone(), reason))));
    }

    /**
     * @param by     who calls off, whichever chair they have; the installation where nobody in particular does
     * @param reason of the one who calls off
     * @return why not; then it goes on
     */
    Optional<Refusal> callOff(Pair pair, PersonId by, String reason, Instant now) {
        return states.find(pair.first())
                .filter(known -> !(known instanceof Interview.Cancelled))
                .flatMap(_ -> refusal(hosting.callOffAsAgreed(pair.first(), ids.next(), new By(by, now), reason)));
    }

    /** The clock ends an interview to which somebody did not come. One that goes on all the same goes on. */
    void missed(Pair pair, Set<PersonId> missing, String nobodyCame, Instant now) {
        states.find(pair.first())
                .filter(known -> known instanceof Interview.Scheduled)
                .ifPresent(known -> {
                    boolean hostCame = !missing.contains(known.setup().host());
                    if (missing.size() == 2) {
                        hosting.callOffAsAgreed(pair.first(), ids.next(), By.installation(now), nobodyCame);
                    } else {
                        var absent = new Command.ReportNoShow(hostCame ? Absent.CANDIDATE : Absent.INTERVIEWER);
                        interviews.send(pair.first(), new Sent(ids.next(), By.installation(now), absent));
                    }
                });
    }

    Optional<Interview.Known> interview(Pair pair) {
        return states.find(pair.first());
    }

    private static Optional<Refusal> refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> Optional.empty();
            case Outcome.Refused(var refusal) -> Optional.of(refusal);
        };
    }

    private static What what(Pair pair) {
        return new What(What.Kind.PAIR, pair.id().value());
    }
}
