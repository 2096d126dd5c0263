package org.threeshift.core.evening;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Round;
import org.threeshift.core.evening.PostgresMeetings.Row;
import org.threeshift.core.evening.plan.Meeting;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Sets up the exchange of a meeting: whoever interviews first hosts it, on half of the questions of their slot. */
@Component
class MeetingExchanges {
    /** The id of a round that was put together for an evening. */
    static final String MADE_UP = "evening";

    private final Exchanges exchanges;

    MeetingExchanges(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    /**
     * @param span when: of an even number of minutes
     * @param held what it is held on; absent when whoever is to interview first may host nothing
     */
    Optional<Problem> host(
            Evening evening,
            Row row,
            Span span,
            Bank bank,
            Optional<MeetingQuestions> held,
            Map<PersonId, Person> names,
            Instant now) {
        Meeting meeting = row.meeting();
        int minutes = (int) span.length().toMinutes();
        List<String> questions = held.map(MeetingQuestions::firstHalf).orElse(List.of());
        Optional<Person> host = Optional.ofNullable(names.get(meeting.first()));
        if (questions.isEmpty() || host.isEmpty()) {
            return Optional.of(closed(meeting, names));
        }
        var plan = new Hosting.Plan(
                row.interview(),
                Kind.PEER,
                bank.id(),
                MADE_UP,
                new Candidate.Member(meeting.second()),
                Set.of(),
                Optional.of(span.from()),
                evening.agreed().zone());
        var round = new Round(MADE_UP, EveningWords.of("round.title", bank.title()), "", questions, minutes / 2);
        return switch (exchanges.host(plan, bank, round, minutes, host.get(), now)) {
            case Exchanges.Made.Done _ -> Optional.empty();
            case Exchanges.Made.NotHosted(var refusal) -> Optional.of(new Problem("", refusal.sentence()));
            case Exchanges.Made.Refused(var refusal) -> Optional.of(new Problem("", refusal.sentence()));
        };
    }

    private static Problem closed(Meeting meeting, Map<PersonId, Person> names) {
        return EveningPlans.problem(
                "closed",
                EveningPlans.name(names, meeting.first()),
                EveningPlans.name(names, meeting.second()),
                meeting.slot());
    }
}
