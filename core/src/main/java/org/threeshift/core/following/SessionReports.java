package org.threeshift.core.following;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.CohortPage;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.following.PostgresSessionReports.Answered;
import org.threeshift.core.following.PostgresSessionReports.Place;
import org.threeshift.core.following.SessionReport.Days;
import org.threeshift.core.following.SessionReport.Held;
import org.threeshift.core.following.SessionReport.Item;
import org.threeshift.core.following.SessionReport.Quality;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Reports of what a cohort did in a stretch of days, for its coaches: what they may see of it, see {@link Cohorts}. */
@Service
public class SessionReports {
    private final Coaching coaching;
    private final Cohorts cohorts;
    private final Banks banks;
    private final People people;
    private final PostgresSessionReports sessions;

    SessionReports(Coaching coaching, Cohorts cohorts, Banks banks, People people, PostgresSessionReports sessions) {
        this.coaching = coaching;
        this.cohorts = cohorts;
        this.banks = banks;
        this.people = people;
        this.sessions = sessions;
    }

    /** Absent for whoever does not follow the cohort. Those who have left are in it with what was held before. */
    public Optional<SessionReport> of(Person coach, CohortId cohort, Days days) {
        return coaching.find(cohort, coach).map(page -> of(coach, page, days));
    }

    private SessionReport of(Person coach, CohortPage page, Days days) {
        Set<PersonId> ever = page.memberships().stream()
                .filter(one -> one.agreedAt().isPresent())
                .flatMap(one -> one.person().stream())
                .collect(Collectors.toUnmodifiableSet());
        List<Held> all = Stream.concat(
                        sessions
                                .published(Following.of(ever, cohorts.sights(coach.id())), days, SessionReport.MOST + 1)
                                .stream(),
                        sessions
                                .open(
                                        Following.of(ever, cohorts.sightsOfUnpublished(coach.id())),
                                        days,
                                        SessionReport.MOST + 1)
                                .stream())
                .sorted(Comparator.comparing(Held::startedAt))
                .toList();
        List<Held> held = all.stream().limit(SessionReport.MOST).toList();
        return new SessionReport(page.cohort(), days, held, all.size() > held.size(), items(held), named(held));
    }

    private List<Item> items(List<Held> held) {
        List<InterviewId> published = held.stream()
                .filter(one -> one.phase() == Phase.PUBLISHED)
                .map(Held::interview)
                .toList();
        List<Answered> answered = published.isEmpty() ? List.of() : sessions.answers(published);
        Map<String, Place> newest = new HashMap<>();
        answered.forEach(one -> newest.merge(
                one.answer().question(),
                one.place(),
                (known, other) -> other.bankVersion() > known.bankVersion() ? other : known));
        Map<String, Quality> qualities =
                ItemAnalysis.of(answered.stream().map(Answered::answer).toList());
        return qualities.entrySet().stream()
                .map(entry -> item(newest.getOrDefault(entry.getKey(), new Place("", 0, "")), entry.getValue()))
                .sorted(Comparator.comparingDouble(SessionReports::weight)
                        .reversed()
                        .thenComparing(Item::title))
                .toList();
    }

    /** Whatever separates most comes first, then that of which there is too little to say. */
    private static double weight(Item item) {
        return item.quality().discrimination().orElse(-2);
    }

    private Item item(Place place, Quality quality) {
        String title = banks.find(place.bankId(), place.bankVersion())
                .flatMap(bank -> bank.question(place.questionId()))
                .map(question -> question.title())
                .orElse(place.questionId());
        return new Item(place.bankId(), place.questionId(), title, quality);
    }

    private Map<PersonId, Person> named(List<Held> held) {
        Set<PersonId> wanted = held.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.candidate()), one.interviewers().stream()))
                .collect(Collectors.toUnmodifiableSet());
        return people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }
}
