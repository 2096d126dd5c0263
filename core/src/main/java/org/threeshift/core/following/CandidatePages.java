package org.threeshift.core.following;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.cohort.Cohort;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Sight;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** What a coach knows of one candidate, from the interviews that they may see. */
@Service
public class CandidatePages {
    /** Most promises of a page. */
    public static final int PROMISES = 20;
    /** So many scorecards are looked through for them. */
    private static final int LOOKED_THROUGH = 20;

    private final Cohorts cohorts;
    private final Banks banks;
    private final InterviewStates states;
    private final People people;
    private final PostgresSittings sittings;
    private final PostgresHistory history;
    private final InstantSource time;

    CandidatePages(
            Cohorts cohorts,
            Banks banks,
            InterviewStates states,
            People people,
            PostgresSittings sittings,
            PostgresHistory history,
            InstantSource time) {
        this.cohorts = cohorts;
        this.banks = banks;
        this.states = states;
        this.people = people;
        this.sittings = sittings;
        this.history = history;
        this.time = time;
    }

    /** Absent for whoever never followed them. */
    public Optional<CandidatePage> of(Person coach, Person candidate) {
        List<Sight> sights = only(candidate, cohorts.sights(coach.id()));
        return sights.isEmpty() ? Optional.empty() : Optional.of(of(coach, candidate, sights));
    }

    private CandidatePage of(Person coach, Person candidate, List<Sight> sights) {
        Instant now = time.instant();
        List<Cohort> in = cohorts.of(coach.id()).stream()
                .filter(cohort ->
                        cohort.members().stream().anyMatch(member -> member.id().equals(candidate.id())))
                .toList();
        List<Sitting> seen = sittings.latest(sights, LOOKED_THROUGH).getOrDefault(candidate.id(), List.of());
        List<Promise> promises = promises(seen);
        return new CandidatePage(
                sights.stream()
                        .filter(Sight::lasts)
                        .map(Sight::from)
                        .min(Comparator.naturalOrder())
                        .map(since -> row(coach, candidate, since, seen, now)),
                in,
                promises,
                bank(seen)
                        .map(bank -> NextSession.of(
                                bank,
                                seen.stream().findFirst(),
                                history.asked(sights, bank.id()),
                                history.rounds(sights, bank.id()),
                                now)),
                people
                        .namesOf(promises.stream()
                                .map(Promise::notedBy)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Person::id, Function.identity())));
    }

    private Row row(Person coach, Person candidate, Instant since, List<Sitting> seen, Instant now) {
        Map<PersonId, Activity> activity =
                sittings.activity(only(candidate, cohorts.sightsOfUnpublished(coach.id())), now);
        var followed = new Followed(
                candidate,
                since,
                seen.stream().limit(Followed.DEPTH).toList(),
                Optional.ofNullable(activity.get(candidate.id())));
        return new Row(followed, Rule.findings(followed, now));
    }

    /** The newest version of the bank of their newest scorecard, else of the first bank there is. */
    private Optional<Bank> bank(List<Sitting> seen) {
        return seen.stream()
                .findFirst()
                .flatMap(newest -> states.find(newest.interview()))
                .flatMap(known -> banks.newest(known.setup().agenda().bankId()))
                .or(() -> banks.newestOfAll().stream().findFirst());
    }

    /** From sheets that count, of interviews that are published. All logs are read at once. */
    private List<Promise> promises(List<Sitting> seen) {
        Map<InterviewId, Interview.Known> found =
                states.find(seen.stream().map(Sitting::interview).toList());
        return found.entrySet().stream()
                .flatMap(entry -> entry.getValue() instanceof Interview.Published published
                        ? promises(entry.getKey(), published)
                        : Stream.empty())
                .sorted(Comparator.comparing(Promise::at).reversed())
                .limit(PROMISES)
                .toList();
    }

    private static Stream<Promise> promises(InterviewId id, Interview.Published interview) {
        return interview.counting().stream()
                .flatMap(sheet -> sheet.evidence().stream()
                        .filter(note -> note.promise())
                        .map(note -> new Promise(
                                id,
                                interview
                                        .setup()
                                        .agenda()
                                        .item(note.questionId())
                                        .map(AgendaItem::title)
                                        .orElse(note.questionId()),
                                note.text(),
                                sheet.interviewer(),
                                note.at())));
    }

    private static List<Sight> only(Person candidate, List<Sight> sights) {
        return sights.stream()
                .filter(sight -> sight.person().equals(candidate.id()))
                .toList();
    }
}
