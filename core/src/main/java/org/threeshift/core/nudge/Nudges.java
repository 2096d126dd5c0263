package org.threeshift.core.nudge;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Follower;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Reminds of sheets, and says who was reminded when. */
@Service
public class Nudges {
    private final PostgresNudges store;
    private final InterviewStates interviews;
    private final Cohorts cohorts;
    private final People people;
    private final Notices notices;
    private final TransactionOperations transactions;
    private final InstantSource time;

    Nudges(
            PostgresNudges store,
            InterviewStates interviews,
            Cohorts cohorts,
            People people,
            Notices notices,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.interviews = interviews;
        this.cohorts = cohorts;
        this.people = people;
        this.notices = notices;
        this.transactions = transactions;
        this.time = time;
    }

    /** Posts what is due. Any number of nodes may do so at once: each message goes out once. */
    public void round() {
        Instant now = time.instant();
        List<Owed> due = store.owed(now.minus(Stage.AT_MOST), now.minus(Stage.HOUR.after())).stream()
                .filter(sheet -> sheet.due(now).isPresent())
                .toList();
        if (due.isEmpty()) {
            return;
        }
        List<Follower> followers = cohorts.toldOfMissingSheets(due.stream()
                .filter(sheet -> sheet.due(now).filter(Stage.COACH::equals).isPresent())
                .flatMap(sheet -> sheet.candidate().stream())
                .collect(Collectors.toUnmodifiableSet()));
        Map<PersonId, Person> known = known(due, followers);
        new Rule(known, followers).due(due, now).forEach(nudge -> post(nudge, now));
    }

    /** What goes out and that it did are one: neither is there without the other. */
    private void post(Nudge nudge, Instant now) {
        transactions.executeWithoutResult(_ -> {
            List<Owed> still = nudge.owed().stream()
                    .filter(sheet -> store.mark(sheet, nudge.stage(), now))
                    .toList();
            if (!still.isEmpty()) {
                nudge.to().forEach(recipient -> notices.post(Letters.of(nudge, still, recipient, now)));
            }
        });
    }

    private Map<PersonId, Person> known(List<Owed> due, List<Follower> followers) {
        Set<PersonId> wanted = Stream.concat(
                        due.stream()
                                .flatMap(sheet -> Stream.concat(
                                        Stream.of(sheet.interviewer(), sheet.host()), sheet.candidate().stream())),
                        followers.stream().map(Follower::coach))
                .collect(Collectors.toUnmodifiableSet());
        return people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /**
     * The sheets of an interview that are owed, as far as the reader may know: their own; others' for the host alone, once nothing is
     * left that they could be swayed in.
     */
    public List<OpenSheet> open(InterviewId interview, PersonId reader) {
        return interviews
                .find(interview)
                .map(state -> open(interview, state, mayKnow(state, reader)))
                .orElse(List.of());
    }

    private List<OpenSheet> open(InterviewId interview, Interview.Known state, Set<PersonId> owing) {
        if (owing.isEmpty()) {
            return List.of();
        }
        Map<PersonId, Map<Stage, Instant>> told = store.of(interview);
        return owing.stream()
                .flatMap(one ->
                        state.owedSince(one).map(since -> sheet(one, since, told.getOrDefault(one, Map.of()))).stream())
                .toList();
    }

    private static OpenSheet sheet(PersonId interviewer, Instant since, Map<Stage, Instant> told) {
        return new OpenSheet(
                interviewer,
                since,
                Stream.of(Stage.DAY, Stage.HOUR)
                        .map(told::get)
                        .filter(Objects::nonNull)
                        .findFirst(),
                Optional.ofNullable(told.get(Stage.COACH)));
    }

    /** How many sheets each interview of a host waits for, as far as they may know; nothing of those that wait for none. */
    public Map<InterviewId, Integer> missing(PersonId host) {
        return store.missing(host);
    }

    /** Who owes a sheet, of those of whom the reader may know it. */
    static Set<PersonId> mayKnow(Interview.Known state, PersonId reader) {
        if (state.owedSince(reader).isPresent()) {
            return Set.of(reader);
        }
        return state.setup().host().equals(reader)
                ? state.setup().interviewers().stream()
                        .filter(one -> state.owedSince(one).isPresent())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
