package org.threeshift.core.pairs;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.Agenda;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.people.People;

/** Tells the two of a pair on which round of which bank they meet, and whether that is for what they practise. */
@Service
public class HeldRounds {
    private final InterviewStates states;
    private final Banks banks;
    private final People people;

    HeldRounds(InterviewStates states, Banks banks, People people) {
        this.states = states;
        this.banks = banks;
        this.people = people;
    }

    /** Absent until both have confirmed. Nothing of the questions themselves is in it. */
    public Optional<HeldRound> of(PairView pair) {
        return states.find(pair.first()).flatMap(known -> of(known.setup()));
    }

    private Optional<HeldRound> of(Setup setup) {
        Agenda agenda = setup.agenda();
        Optional<Bank> bank = banks.find(agenda.bankId(), agenda.bankVersion());
        String wanted = setup.candidate()
                .flatMap(people::find)
                .flatMap(candidate -> candidate.profile().targetRole())
                .orElse("");
        return bank.map(found -> new HeldRound(
                agenda.title(),
                agenda.items().size(),
                agenda.minutes(),
                found.title(),
                wanted,
                HeldRound.fits(found.role(), wanted)));
    }
}
