package org.threeshift.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** Plays whole interviews on the shipped bank through the services, for tests that need one. The same seed plays the same. */
public final class Rehearsal {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final List<TrapJudgement> JUDGEMENTS = List.of(TrapJudgement.values());

    private final Hosting hosting;
    private final Interviews interviews;
    private final Bank bank;
    private final Random chance;
    private Instant now;

    public Rehearsal(Hosting hosting, Interviews interviews, Banks banks, Instant start, long seed) {
        this.hosting = hosting;
        this.interviews = interviews;
        this.bank = banks.newest("marketing-manager").orElseThrow();
        this.now = start;
        this.chance = new Random(seed);
    }

    /** A panel (or a peer, without others) on a round, published. */
    public InterviewId published(Person host, List<Person> others, Person candidate, String round) {
        InterviewId id = over(host, others, candidate, round);
        send(id, candidate.id(), new Command.SelfScore(selfRatings(round)));
        interviewers(host, others).forEach(interviewer -> lock(id, interviewer));
        send(id, host.id(), new Command.Publish(false));
        pass(Duration.ofDays(20));
        return id;
    }

    /** As above, up to the end of the last question: sheets are complete, and open. */
    public InterviewId over(Person host, List<Person> others, Person candidate, String round) {
        InterviewId id = hosted(host, others, candidate, round);
        send(id, candidate.id(), new Command.Join(Seat.CANDIDATE));
        send(id, host.id(), new Command.Start());
        List<PersonId> panel = interviewers(host, others);
        questions(round).forEach(question -> play(id, panel, question));
        send(id, host.id(), new Command.Finish());
        return id;
    }

    /** One that was called off before it began. */
    public InterviewId calledOff(Person host, Person candidate, String round, String reason) {
        InterviewId id = hosted(host, List.of(), candidate, round);
        send(id, host.id(), new Command.Cancel(reason));
        return id;
    }

    /** One to which the candidate did not come. */
    public InterviewId missed(Person host, Person candidate, String round) {
        InterviewId id = hosted(host, List.of(), candidate, round);
        pass(Limits.NO_SHOW_AFTER);
        send(id, host.id(), new Command.ReportNoShow(Absent.CANDIDATE));
        return id;
    }

    private InterviewId hosted(Person host, List<Person> others, Person candidate, String round) {
        var id = new InterviewId(new UUID(chance.nextLong(), chance.nextLong()));
        var plan = new Hosting.Plan(
                id,
                others.isEmpty() ? Kind.PEER : Kind.PANEL,
                bank.id(),
                round,
                new Hosting.Candidate.Member(candidate.id()),
                new HashSet<>(others.stream().map(Person::id).toList()),
                Optional.of(now),
                BERLIN);
        assertThat(hosting.host(plan, host, now)).isInstanceOf(Hosting.Hosted.Done.class);
        return id;
    }

    private void play(InterviewId id, List<PersonId> panel, Question question) {
        PersonId host = panel.getFirst();
        pass(Duration.ofSeconds(20));
        send(id, host, new Command.Pose(question.id()));
        pass(Duration.ofSeconds(30 + chance.nextInt(60)));
        send(id, host, new Command.MarkHeight(question.id(), question.primary()));
        for (PersonId interviewer : panel) {
            note(id, interviewer, question, "Began with " + question.title().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        pass(Duration.ofSeconds(50));
        send(id, host, new Command.AskProbe(question.id(), Rung.MANAGER));
        send(id, host, new Command.JudgeProbe(question.id(), Rung.MANAGER, chance.nextInt(4) > 0));
        note(id, host, question, "After the probe: named the number, the owner and the date.");
        for (PersonId interviewer : panel) {
            for (Shift shift : question.shifts()) {
                send(id, interviewer, new Command.Rate(question.id(), shift, level(shift)));
            }
            for (Question.Trap trap : question.traps()) {
                TrapJudgement judgement = JUDGEMENTS.get(chance.nextInt(JUDGEMENTS.size()));
                send(id, interviewer, new Command.JudgeTrap(question.id(), trap.id(), judgement));
            }
        }
        pass(Duration.ofMinutes(4));
    }

    /** People best, numbers worst, now and then not observed. */
    private Level level(Shift shift) {
        int key = switch (shift) {
            case STRATEGY -> 3 + chance.nextInt(2);
            case ACCOUNTABILITY -> 2 + chance.nextInt(2);
            case TEAM -> 3 + chance.nextInt(3);
        };
        return Level.ofKey(chance.nextInt(12) == 0 ? 0 : key);
    }

    private List<SelfRating> selfRatings(String round) {
        var ratings = new ArrayList<SelfRating>();
        for (Question question : questions(round)) {
            for (Shift shift : question.shifts()) {
                ratings.add(new SelfRating(question.id(), shift, Level.ofKey(3 + chance.nextInt(3))));
            }
        }
        return ratings;
    }

    private void note(InterviewId id, PersonId interviewer, Question question, String text) {
        pass(Duration.ofSeconds(3));
        var note = new EvidenceId(new UUID(chance.nextLong(), chance.nextLong()));
        send(id, interviewer, new Command.NoteEvidence(note, question.id(), text));
    }

    public void lock(InterviewId id, PersonId interviewer) {
        lock(id, interviewer, "Works through others. The numbers come late.");
    }

    public void lock(InterviewId id, PersonId interviewer, String summary) {
        Verdict verdict = chance.nextInt(3) == 0 ? Verdict.NO : Verdict.YES;
        send(id, interviewer, new Command.LockSheet(verdict, summary));
    }

    public void selfScore(InterviewId id, PersonId candidate, String round) {
        send(id, candidate, new Command.SelfScore(selfRatings(round)));
    }

    public void send(InterviewId id, PersonId actor, Command command) {
        var commandId = new UUID(chance.nextLong(), chance.nextLong());
        assertThat(interviews.send(id, new Sent(commandId, new By(actor, now), command)))
                .isInstanceOf(Outcome.Done.class);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private List<Question> questions(String round) {
        return bank.round(round).orElseThrow().questions().stream()
                .map(id -> bank.question(id).orElseThrow())
                .toList();
    }

    private static List<PersonId> interviewers(Person host, List<Person> others) {
        var panel = new ArrayList<PersonId>();
        panel.add(host.id());
        others.forEach(other -> panel.add(other.id()));
        return panel;
    }
}
