package org.threeshift.core.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.ShippedBanks;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.notes.NoteDrafts;
import org.threeshift.core.people.Invitations;
import org.threeshift.core.people.Outcome.Done;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.rubric.Level;

/** The whole of core without a database, on the bank that ships and with a clock that moves when told: for tests of the faces. */
public final class InterviewFixtures {
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final Random chance = new Random(7);
    /** The line to the log, for tests of what happens when the database is away. */
    public final Line line = new Line();

    /** Interviews whose candidates keep the results from the interviewers. */
    public final Set<InterviewId> keptResults = new HashSet<>();

    public final InstantSource time = () -> now;
    public final Ids ids = new Ids(time, chance);
    public final LocalBell bell = new LocalBell();
    public final People people = People.inMemory(ids, time);
    public final Interviews interviews;
    public final InterviewViews views;
    public final InterviewStates states;
    public final InterviewIndex index;
    public final Banks banks;
    public final AgendaChanges agenda;
    public final NoteDrafts drafts;
    public final Hosting hosting;
    public final Exchanges exchanges;

    public InterviewFixtures() {
        var kept = new InMemoryInterviewLog();
        var log = new CuttableLog(kept, line);
        banks = Banks.inMemory(time);
        index = new InMemoryInterviewIndex(kept);
        new ShippedBanks(banks).publishAll();
        interviews = new Interviews(log, bell);
        states = new InterviewStates(log);
        var yetToBeAsked = new YetToBeAsked(index, states, people, time);
        agenda = new AgendaChanges(interviews, states, banks, List.of(yetToBeAsked));
        views = new InterviewViews(log, banks, List.of(yetToBeAsked), Optional.of(keptResults::contains));
        drafts = NoteDrafts.inMemory(views, interviews, time);
        hosting = new Hosting(
                interviews, log, banks, Invitations.inMemory(time, chance), people, yetToBeAsked, ids, time);
        exchanges = Exchanges.inMemory(hosting, interviews, states, index, banks, people, bell, ids, time);
    }

    public void pass(Duration span) {
        now = now.plus(span);
    }

    public Person coach(String name) {
        return person(name, Role.COACH);
    }

    public Person member(String name) {
        return person(name, Role.MEMBER);
    }

    /** An interview for now on a round of the bank that ships; with others beside the host it is a panel. */
    public InterviewId host(Person host, Hosting.Candidate candidate, String round, Person... others) {
        var plan = new Hosting.Plan(
                new InterviewId(ids.next()),
                others.length == 0 ? Kind.COACH_LED : Kind.PANEL,
                "marketing-manager",
                round,
                candidate,
                Set.copyOf(List.of(others).stream().map(Person::id).toList()),
                Optional.empty(),
                host.zone());
        return switch (hosting.host(plan, host)) {
            case Hosted.Done(var interview, var _) -> interview;
            case Hosted.Refused(var refusal) -> throw new IllegalArgumentException(refusal.sentence());
        };
    }

    /** Somebody does something elsewhere: another interviewer, or the candidate. */
    public Outcome send(InterviewId interview, Person by, Command command) {
        return interviews.send(interview, new Sent(ids.next(), new By(by.id(), now), command));
    }

    public void candidateEnters(InterviewId interview, Person candidate) {
        send(interview, candidate, new Command.Join(Seat.CANDIDATE));
    }

    /** The candidate gives the same level everywhere. */
    public Outcome selfScore(InterviewId interview, Person candidate, Level level) {
        var asked = views.forCandidate(interview, candidate.id()).orElseThrow().posed().stream()
                .flatMap(question ->
                        question.shifts().stream().map(shift -> new SelfRating(question.questionId(), shift, level)))
                .toList();
        return send(interview, candidate, new Command.SelfScore(asked));
    }

    private Person person(String name, Role role) {
        var outcome =
                people.enrol(name, name.toLowerCase(java.util.Locale.ROOT) + "@example.org", "Europe/Berlin", role);
        if (outcome instanceof Done(Person person)) {
            return person;
        }
        throw new IllegalArgumentException(name + " cannot be enrolled: " + outcome);
    }
}
