package org.threeshift.core.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal;
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
    private final ExchangeStore store;
    private final Hosting hosting;
    private final Interviews interviews;
    private final ExchangeViews views;
    private final Banks banks;
    private final People people;
    private final Bell bell;
    private final Ids ids;
    private final InstantSource time;

    Exchanges(
            ExchangeStore store,
            Hosting hosting,
            Interviews interviews,
            ExchangeViews views,
            Banks banks,
            People people,
            Bell bell,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.hosting = hosting;
        this.interviews = interviews;
        this.views = views;
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
        var secondHalves = new SecondHalves(store, hosting, index, banks, people, List.of(), List.of());
        var views = new ExchangeViews(store, states, secondHalves, List.of(), time);
        return new Exchanges(store, hosting, interviews, views, banks, people, bell, ids, time);
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

    /** Sets an exchange up with its first half, between the appointments of both. Sending the same plan twice makes one. */
    public Made host(Plan plan, Person host) {
        int minutes = plan.minutes()
                .orElseGet(() -> 2
                        * banks.newest(plan.first().bankId())
                                .flatMap(bank -> bank.round(plan.first().roundId()))
                                .map(Round::minutes)
                                .orElse(0));
        return hosting.betweenAppointments(
                plan.first(),
                Duration.ofMinutes(Math.max(0, minutes)),
                host,
                () -> host(plan, host, time.instant()),
                Made.NotHosted::new);
    }

    /** As above, at a stated moment and whatever appointments there are: for pairs, which have one, and demonstrations, which tell of the past. */
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

    /**
     * Sets one up on a round that the caller has put together and timed to the first half's share, for two of whom the caller knows
     * that either may host.
     *
     * @param first its candidate is a member
     */
    public Made host(Hosting.Plan first, Bank bank, Round round, int minutes, Person host, Instant now) {
        if (!FairTime.possible(minutes)) {
            return new Made.Refused(ExchangeRefusal.MINUTES);
        }
        return switch (hosting.host(half(first.interview(), first.candidate(), first), bank, round, host, now)) {
            case Hosted.Refused(var refusal) -> new Made.NotHosted(refusal);
            case Hosted.Done(var interview, var invitation) ->
                new Made.Done(
                        store.add(
                                        Exchange.agreedOn(
                                                new ExchangeId(ids.next()),
                                                interview,
                                                new InterviewId(ids.next()),
                                                minutes),
                                        now)
                                .id(),
                        interview,
                        invitation);
        };
    }

    /** Absent for whoever is not one of the two. */
    public Optional<ExchangeView> find(ExchangeId id, PersonId reader) {
        return store.find(id).flatMap(exchange -> views.of(exchange, reader));
    }

    /** The exchange to which an interview belongs; absent when it belongs to none or the reader is not one of the two. */
    public Optional<ExchangeView> of(InterviewId half, PersonId reader) {
        return among(List.of(half), reader).stream().findFirst();
    }

    /**
     * The exchanges to which any of these interviews belongs, the newest first. The same few queries, however many they are.
     */
    public List<ExchangeView> among(Collection<InterviewId> halves, PersonId reader) {
        return halves.isEmpty() ? List.of() : views.of(store.ofHalves(halves), reader);
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
                if (now.declined().isPresent()) {
                    hosting.endsWithFirst(now.first());
                }
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
        Optional<ExchangeView> after = views.of(exchange, person);
        bell.ring(exchange.first().value());
        return after.<Swap>map(Swap.Done::new).orElseGet(() -> refused(ExchangeRefusal.NOT_FOUND));
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
