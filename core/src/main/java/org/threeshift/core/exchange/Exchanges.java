package org.threeshift.core.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Round;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Exchanges: setting one up, and swapping the chairs once both agree. Each half is an ordinary peer interview with its own
 * host, sheet, debrief and scorecard. Whoever was the candidate of the first half hosts the second, a guest too.
 */
@Service
public class Exchanges {
    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

    private final ExchangeStore store;
    private final Hosting hosting;
    private final Interviews interviews;
    private final InterviewStates states;
    private final SecondHalves secondHalves;
    private final Banks banks;
    private final People people;
    private final Bell bell;
    private final Ids ids;
    private final InstantSource time;

    Exchanges(
            ExchangeStore store,
            Hosting hosting,
            Interviews interviews,
            InterviewStates states,
            SecondHalves secondHalves,
            Banks banks,
            People people,
            Bell bell,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.hosting = hosting;
        this.interviews = interviews;
        this.states = states;
        this.secondHalves = secondHalves;
        this.banks = banks;
        this.people = people;
        this.bell = bell;
        this.ids = ids;
        this.time = time;
    }

    /** Exchanges that are gone when the process ends, on services of which the same may be true: for tests. */
    public static Exchanges inMemory(
            Hosting hosting,
            Interviews interviews,
            InterviewStates states,
            InterviewIndex index,
            Banks banks,
            People people,
            Bell bell,
            Ids ids,
            InstantSource time) {
        var store = new InMemoryExchanges();
        var secondHalves = new SecondHalves(store, hosting, index, banks, people);
        return new Exchanges(store, hosting, interviews, states, secondHalves, banks, people, bell, ids, time);
    }

    /**
     * What a host has chosen.
     *
     * @param first        the first half as an interview of its own; its candidate is the partner
     * @param minutes      for both halves; absent for twice the round's own time
     * @param partnerFirst whether the partner interviews first, and not the host
     */
    public record Plan(Hosting.Plan first, OptionalInt minutes, boolean partnerFirst) {}

    /** What came of setting up an exchange. */
    public sealed interface Made {
        /** @param invitation the secret of the link for the partner; absent when the partner is a member */
        record Done(ExchangeId exchange, InterviewId first, Optional<Token> invitation) implements Made {}

        record NotHosted(Refusal refusal) implements Made {}

        record Refused(ExchangeRefusal refusal) implements Made {}
    }

    /** What came of a wish to swap, or not to. */
    public sealed interface Swap {
        /** It is committed, and the other one is woken. */
        record Done(ExchangeView view) implements Swap {}

        record Refused(String sentence) implements Swap {}
    }

    /** Sets an exchange up with its first half. Sending the same plan twice makes one. */
    public Made host(Plan plan, Person host) {
        return host(plan, host, time.instant());
    }

    /** As above, at a stated moment: for demonstrations, which tell of the past. */
    public Made host(Plan plan, Person host, Instant now) {
        Hosting.Plan first = plan.first();
        Optional<Bank> bank = banks.newest(first.bankId());
        Optional<Round> round = bank.flatMap(found -> found.round(first.roundId()));
        if (bank.isEmpty() || round.isEmpty()) {
            return new Made.NotHosted(Refusal.of(Refusal.Code.ROUND_UNKNOWN));
        }
        int minutes = plan.minutes().orElse(2 * round.get().minutes());
        if (!FairTime.possible(minutes)) {
            return new Made.Refused(ExchangeRefusal.MINUTES);
        }
        Optional<Person> partner = plan.partnerFirst() ? member(first.candidate()) : Optional.empty();
        if (plan.partnerFirst() && partner.isEmpty()) {
            return new Made.Refused(ExchangeRefusal.PARTNER_FIRST_NEEDS_MEMBER);
        }
        Optional<Refusal> closed = hosting.mayHost(partner.orElse(host), bank.get(), round.get(), now);
        if (closed.isPresent()) {
            return new Made.NotHosted(closed.get());
        }
        Candidate candidate = plan.partnerFirst() ? new Candidate.Member(host.id()) : first.candidate();
        Hosted hosted = hosting.host(
                half(first.interview(), candidate, first),
                bank.get(),
                SecondRound.timed(round.get(), FairTime.share(minutes)),
                partner.orElse(host),
                now);
        return switch (hosted) {
            case Hosted.Refused(var refusal) -> new Made.NotHosted(refusal);
            case Hosted.Done(var interview, var invitation) -> {
                var second = new InterviewId(ids.next());
                Exchange kept =
                        store.add(Exchange.agreedOn(new ExchangeId(ids.next()), interview, second, minutes), now);
                yield new Made.Done(kept.id(), interview, invitation);
            }
        };
    }

    /** Absent for whoever is not one of the two. */
    public Optional<ExchangeView> find(ExchangeId id, PersonId reader) {
        return store.find(id).flatMap(exchange -> view(exchange, reader));
    }

    /** The exchange to which an interview belongs; absent when it belongs to none or the reader is not one of the two. */
    public Optional<ExchangeView> of(InterviewId half, PersonId reader) {
        return among(List.of(half), reader).stream().findFirst();
    }

    /**
     * The exchanges to which any of these interviews belongs, the newest first. The same few queries, however many they are.
     */
    public List<ExchangeView> among(Collection<InterviewId> halves, PersonId reader) {
        return halves.isEmpty() ? List.of() : views(store.ofHalves(halves), reader);
    }

    /**
     * Somebody agrees to swap the chairs. Saying it again changes nothing. When the interviewer agrees while the first half
     * still runs, its time being up, that ends it. The second one to agree sets the second half up, and nobody waits.
     */
    public Swap agree(ExchangeId id, PersonId person) {
        Optional<ExchangeView> before = find(id, person);
        if (before.isEmpty()) {
            return refused(ExchangeRefusal.NOT_FOUND);
        }
        return switch (before.get().progress()) {
            case Progress.Offered _ -> agree(before.get());
            case Progress.SecondHalf _, Progress.Complete _ -> new Swap.Done(before.get());
            case Progress.Ahead _, Progress.FirstHalf _ -> refused(ExchangeRefusal.NOT_YET);
            case Progress.CalledOff _ -> refused(ExchangeRefusal.CALLED_OFF);
            case Progress.FirstHalfOnly(var why) -> refused(refusal(why));
        };
    }

    private Swap agree(ExchangeView view) {
        Optional<String> unfinished = finishFirst(view);
        if (unfinished.isPresent()) {
            return new Swap.Refused(unfinished.get());
        }
        Exchange now = store.agree(view.id(), view.chair(), time.instant());
        return now.declined().isPresent() ? refused(ExchangeRefusal.DECLINED) : changed(now, view.reader());
    }

    /** Somebody says that there is no swap today. The first half stays whole. */
    public Swap decline(ExchangeId id, PersonId person) {
        Optional<ExchangeView> before = find(id, person);
        if (before.isEmpty()) {
            return refused(ExchangeRefusal.NOT_FOUND);
        }
        return switch (before.get().progress()) {
            case Progress.Offered _ -> {
                Exchange now = store.decline(id, before.get().chair(), time.instant());
                yield now.bothReady() ? refused(ExchangeRefusal.SWAPPED) : changed(now, person);
            }
            case Progress.FirstHalfOnly _ -> new Swap.Done(before.get());
            case Progress.SecondHalf _, Progress.Complete _ -> refused(ExchangeRefusal.SWAPPED);
            case Progress.Ahead _, Progress.FirstHalf _ -> refused(ExchangeRefusal.NOT_YET);
            case Progress.CalledOff _ -> refused(ExchangeRefusal.CALLED_OFF);
        };
    }

    private static ExchangeRefusal refusal(Progress.Why why) {
        return switch (why) {
            case INTERVIEWER_DECLINED, CANDIDATE_DECLINED -> ExchangeRefusal.DECLINED;
            case EXPIRED -> ExchangeRefusal.EXPIRED;
            case NOTHING_LEFT -> ExchangeRefusal.NOTHING_LEFT;
            case SECOND_CALLED_OFF -> ExchangeRefusal.SECOND_CALLED_OFF;
            case NOT_SET_UP -> ExchangeRefusal.NOT_SET_UP;
        };
    }

    /** Ends a first half that runs over when its interviewer agrees; a sentence when it cannot end. */
    private Optional<String> finishFirst(ExchangeView view) {
        if (view.chair() != Chair.INTERVIEWER || view.first().phase() != Phase.LIVE) {
            return Optional.empty();
        }
        var finish = new Sent(ids.next(), new By(view.reader(), time.instant()), new Command.Finish());
        return switch (interviews.send(view.first().id(), finish)) {
            case Outcome.Done _ -> Optional.empty();
            // It was ended in another window meanwhile.
            case Outcome.Refused(var refusal) when refusal.code() == Refusal.Code.OVER -> Optional.empty();
            case Outcome.Refused(var refusal) -> Optional.of(refusal.sentence());
        };
    }

    private Swap changed(Exchange exchange, PersonId person) {
        Optional<ExchangeView> after = view(exchange, person);
        bell.ring(exchange.first().value());
        return after.<Swap>map(Swap.Done::new).orElseGet(() -> refused(ExchangeRefusal.NOT_FOUND));
    }

    private Optional<ExchangeView> view(Exchange exchange, PersonId reader) {
        return views(List.of(exchange), reader).stream().findFirst();
    }

    /** As the reader sees them, without those in which they have no part. */
    private List<ExchangeView> views(List<Exchange> exchanges, PersonId reader) {
        Map<InterviewId, Known> halves = new HashMap<>(
                states.find(exchanges.stream().flatMap(Exchange::halves).toList()));
        List<Exchange> own = exchanges.stream()
                .filter(exchange -> Optional.ofNullable(halves.get(exchange.first()))
                        .flatMap(first -> chair(first.setup(), reader))
                        .isPresent())
                .toList();
        List<Exchange> owed = own.stream()
                .filter(exchange -> exchange.bothReady() && !halves.containsKey(exchange.second()))
                .toList();
        Set<ExchangeId> stuck = setUp(owed, halves);
        return views(owed.isEmpty() ? own : again(own), halves, stuck, reader);
    }

    /**
     * Sets up the second halves that both agreed on; also those that a node left behind which died between the two.
     *
     * @param halves to which they are added
     * @return those that could not be set up
     */
    private Set<ExchangeId> setUp(List<Exchange> owed, Map<InterviewId, Known> halves) {
        if (owed.isEmpty()) {
            return Set.of();
        }
        var stuck = new HashSet<ExchangeId>();
        for (Exchange exchange : owed) {
            Optional<Refusal> refusal = secondHalves.setUp(
                    exchange, Optional.ofNullable(halves.get(exchange.first())).orElseThrow(), time.instant());
            refusal.ifPresent(why -> {
                LOG.warn("The second half of exchange {} cannot be set up: {}", exchange.id(), why.sentence());
                stuck.add(exchange.id());
            });
        }
        halves.putAll(states.find(owed.stream().map(Exchange::second).toList()));
        return stuck;
    }

    private List<Exchange> again(List<Exchange> exchanges) {
        return store.ofHalves(exchanges.stream().map(Exchange::first).toList());
    }

    private List<ExchangeView> views(
            List<Exchange> exchanges, Map<InterviewId, Known> halves, Set<ExchangeId> stuck, PersonId reader) {
        Instant now = time.instant();
        List<Seen> seen = exchanges.stream()
                .map(exchange -> Seen.of(exchange, halves, now))
                .toList();
        Map<ExchangeId, SecondRound> next = secondHalves.choose(
                seen.stream()
                        .filter(one -> one.progress() instanceof Progress.Offered
                                && !stuck.contains(one.exchange().id()))
                        .map(one -> new SecondHalves.Coming(one.exchange(), one.known()))
                        .toList(),
                now);
        return seen.stream()
                .map(one -> view(
                        one,
                        stuck.contains(one.exchange().id()),
                        Optional.ofNullable(next.get(one.exchange().id())),
                        reader))
                .toList();
    }

    /**
     * How an exchange stands, whoever looks.
     *
     * @param known the first half whole
     */
    private record Seen(Exchange exchange, Known known, Half first, Optional<Half> second, Progress progress) {
        static Seen of(Exchange exchange, Map<InterviewId, Known> halves, Instant now) {
            Known known = Optional.ofNullable(halves.get(exchange.first())).orElseThrow();
            Half first = Half.of(exchange.first(), known, now);
            Optional<Half> second = Optional.ofNullable(halves.get(exchange.second()))
                    .map(half -> Half.of(exchange.second(), half, now));
            return new Seen(exchange, known, first, second, Progress.of(exchange, first, second, now));
        }
    }

    private static ExchangeView view(Seen seen, boolean stuck, Optional<SecondRound> next, PersonId reader) {
        Exchange exchange = seen.exchange();
        return new ExchangeView(
                exchange.id(),
                exchange.minutes(),
                seen.first(),
                seen.second(),
                progress(seen.progress(), stuck, next),
                reader,
                chair(seen.known().setup(), reader).orElseThrow(),
                next.map(ExchangeView.Next::of),
                exchange.source());
    }

    private static Progress progress(Progress progress, boolean stuck, Optional<SecondRound> next) {
        if (stuck) {
            return new Progress.FirstHalfOnly(Progress.Why.NOT_SET_UP);
        }
        return progress instanceof Progress.Offered && next.isEmpty()
                ? new Progress.FirstHalfOnly(Progress.Why.NOTHING_LEFT)
                : progress;
    }

    private static Optional<Chair> chair(Setup first, PersonId person) {
        if (first.host().equals(person)) {
            return Optional.of(Chair.INTERVIEWER);
        }
        return first.isCandidate(person) ? Optional.of(Chair.CANDIDATE) : Optional.empty();
    }

    private Optional<Person> member(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Member(var person) -> people.find(person);
            case Candidate.ByEmail(var email) -> people.findByEmail(email);
            case Candidate.ByLink _ -> Optional.empty();
        };
    }

    private static Hosting.Plan half(InterviewId interview, Candidate candidate, Hosting.Plan plan) {
        return new Hosting.Plan(
                interview,
                Kind.PEER,
                plan.bankId(),
                plan.roundId(),
                candidate,
                Set.of(),
                plan.startsAt(),
                plan.zone(),
                plan.watchers(),
                plan.meetingLink());
    }

    private static Swap refused(ExchangeRefusal refusal) {
        return new Swap.Refused(refusal.sentence());
    }
}
