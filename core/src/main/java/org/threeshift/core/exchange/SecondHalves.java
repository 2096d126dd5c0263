package org.threeshift.core.exchange;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.exchange.ExchangeRefusal.Words;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.InterviewIndex;
import org.threeshift.core.interview.model.Interview.Known;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;

/** Finds what a second half is held on, and sets it up. */
@Component
final class SecondHalves {
    private final ExchangeStore store;
    private final Hosting hosting;
    private final InterviewIndex index;
    private final Banks banks;
    private final People people;

    SecondHalves(ExchangeStore store, Hosting hosting, InterviewIndex index, Banks banks, People people) {
        this.store = store;
        this.hosting = hosting;
        this.index = index;
        this.banks = banks;
        this.people = people;
    }

    /** Absent when the bank has nothing left for the two. */
    Optional<SecondRound> choose(Exchange exchange, Known first, Instant now) {
        return banks.newest(first.setup().agenda().bankId()).flatMap(bank -> choose(bank, exchange, first, now));
    }

    private Optional<SecondRound> choose(Bank bank, Exchange exchange, Known first, Instant now) {
        Half half = Half.of(exchange.first(), first, now);
        return SecondRound.choose(
                bank,
                FirstHalves.seen(first),
                index.lastPosed(half.interviewer(), bank.id()),
                now,
                FairTime.second(exchange.minutes(), half.spent()),
                new MessageFormat(Words.of("round.made-up"), Locale.ROOT).format(new Object[] {bank.title()}));
    }

    /**
     * Sets the second half up for now, with the former candidate as its host, be it a guest: both have agreed to it. However
     * often this is called, and on however many nodes at once, the interview is one, because its id is.
     */
    void setUp(Exchange exchange, Known first, Instant now) {
        Setup setup = first.setup();
        Bank bank = banks.newest(setup.agenda().bankId()).orElseThrow();
        Person interviewer = setup.candidate().flatMap(people::find).orElseThrow();
        choose(bank, exchange, first, now).ifPresent(chosen -> {
            store.settle(exchange.id(), chosen.source());
            var plan = new Hosting.Plan(
                    exchange.second(),
                    Kind.PEER,
                    bank.id(),
                    chosen.round().id(),
                    new Candidate.Member(setup.host()),
                    Set.of(),
                    Optional.empty(),
                    setup.zone(),
                    Map.of(),
                    setup.meetingLink());
            if (hosting.host(plan, bank, chosen.round(), interviewer, now) instanceof Hosted.Refused(var refusal)) {
                throw new IllegalStateException(refusal.sentence());
            }
        });
    }
}
