package org.threeshift.web.room;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** Plays the interviewer's part for tests of the candidate's, on the shipped bank and through the real services. */
class Play {
    static final String BANK = "marketing-manager";

    final People people;
    final Ids ids;
    private final Hosting hosting;
    private final Interviews interviews;
    private final Banks banks;
    private final InstantSource time;

    Play(People people, Hosting hosting, Interviews interviews, Banks banks, Ids ids, InstantSource time) {
        this.people = people;
        this.hosting = hosting;
        this.interviews = interviews;
        this.banks = banks;
        this.ids = ids;
        this.time = time;
    }

    /** @param token the secret of the link; empty when the candidate is a member */
    record Hosted(InterviewId interview, Person host, String token) {}

    /** An account without a password: tests come in by a session of their own. */
    Person person(String name, Role role) {
        return switch (people.enrol(name, ids.next() + "@example.org", "Europe/Berlin", role)) {
            case Outcome.Done(var person) -> person;
            case Outcome.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    Hosted byLink(String round) {
        return byLink(round, time.instant());
    }

    /** @param startsAt may lie in the past: then it was also set up in the past */
    Hosted byLink(String round, Instant startsAt) {
        return hosted(round, startsAt, new Hosting.Candidate.ByLink("Maya"));
    }

    Hosted byLink(String round, Person host) {
        return hosted(round, time.instant(), new Hosting.Candidate.ByLink("Maya"), host);
    }

    Hosted withMember(String round, Instant startsAt, Person candidate) {
        return hosted(round, startsAt, new Hosting.Candidate.Member(candidate.id()));
    }

    Hosted withMember(String round, Instant startsAt, Person candidate, Person host) {
        return hosted(round, startsAt, new Hosting.Candidate.Member(candidate.id()), host);
    }

    Bank bank() {
        return banks.newest(BANK).orElseThrow();
    }

    /** The questions of a round, in order. */
    List<Question> questions(String round) {
        Bank bank = bank();
        return bank.round(round).orElseThrow().questions().stream()
                .map(id -> bank.question(id).orElseThrow())
                .toList();
    }

    /** Everything that an interviewer can do with an open question. */
    void scoreFully(Hosted hosted, Question question) {
        send(hosted, new Command.AskProbe(question.id(), Rung.MANAGER));
        send(hosted, new Command.JudgeProbe(question.id(), Rung.MANAGER, true));
        send(hosted, new Command.MarkHeight(question.id(), question.primary()));
        send(hosted, new Command.NoteEvidence(new EvidenceId(ids.next()), question.id(), "Began with revenue."));
        question.shifts().forEach(shift -> send(hosted, new Command.Rate(question.id(), shift, Level.FOUR)));
        question.traps()
                .forEach(
                        trap -> send(hosted, new Command.JudgeTrap(question.id(), trap.id(), TrapJudgement.RECOVERED)));
    }

    void lockAndPublish(Hosted hosted) {
        send(hosted, new Command.LockSheet(Verdict.YES, "Leads with the number."));
        send(hosted, new Command.Publish(true));
    }

    void enter(Hosted hosted) {
        send(hosted, new Command.Join(Seat.INTERVIEWER));
    }

    void send(Hosted hosted, Command command) {
        var by = new Command.By(hosted.host().id(), time.instant());
        if (interviews.send(hosted.interview(), new Sent(ids.next(), by, command))
                instanceof org.threeshift.core.interview.Outcome.Refused(var refusal)) {
            throw new AssertionError(command + ": " + refusal.sentence());
        }
    }

    private Hosted hosted(String round, Instant startsAt, Hosting.Candidate candidate) {
        return hosted(round, startsAt, candidate, person("Dana Okafor", Role.COACH));
    }

    private Hosted hosted(String round, Instant startsAt, Hosting.Candidate candidate, Person host) {
        var plan = new Hosting.Plan(
                new InterviewId(ids.next()),
                Kind.COACH_LED,
                BANK,
                round,
                candidate,
                Set.of(),
                Optional.of(startsAt),
                ZoneId.of("Europe/Berlin"));
        Instant now = startsAt.isBefore(time.instant()) ? startsAt : time.instant();
        return switch (hosting.host(plan, host, now)) {
            case Hosting.Hosted.Done(var interview, var token) ->
                new Hosted(interview, host, token.map(Token::text).orElse(""));
            case Hosting.Hosted.Refused(var refusal) -> throw new AssertionError(refusal.sentence());
        };
    }
}
