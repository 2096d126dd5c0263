package org.threeshift.core.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.bank.Question;
import org.threeshift.core.coachnotes.CoachNotes;
import org.threeshift.core.cohort.Agreement;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Membership;
import org.threeshift.core.consent.Consents;
import org.threeshift.core.consent.Subject;
import org.threeshift.core.export.DataExports;
import org.threeshift.core.feedback.FeedbackCards;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Invitees;
import org.threeshift.core.interview.Merges;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.notes.CandidateNotes;
import org.threeshift.core.notes.NoteDrafts;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Profiles;
import org.threeshift.core.people.Role;
import org.threeshift.core.people.SetupLinks;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Glass;
import org.threeshift.core.scorecard.Rehearsal;
import org.threeshift.core.settings.Installation;
import org.threeshift.core.settings.Registration;
import org.threeshift.core.settings.Settings;
import org.threeshift.core.sharing.Sharing;

/** Somebody leaves a word that is found nowhere else wherever one can, through the services that people use. */
final class LeftWords {
    static final String WORD = "zyxplant";

    private final House house;
    final Person leaver;
    final Person other;
    final Person mira;
    /** Held by the leaver, among others. */
    final InterviewId ofMira;
    /** Of the leaver. */
    String exported = "";

    String exportedOfMira = "";
    String exportedWithoutNotes = "";

    LeftWords(House house) {
        this.house = house;
        leaver = profiled(house.person("Zyxplant Pereira", WORD + "@example.org", Role.COACH));
        other = house.person("Otto Brandt", "otto@example.org", Role.COACH);
        mira = house.person("Mira Rossi", "mira@example.org", Role.MEMBER);
        Person jonas = house.person("Jonas Weber", "jonas@example.org", Role.MEMBER);
        cohorts(jonas);
        ofMira = asInterviewer();
        plant(jonas, house.person("Ada Admin", "ada@example.org", Role.ADMIN));
    }

    private void plant(Person jonas, Person admin) {
        house.bean(SetupLinks.class).forPassword(leaver.id());
        house.bean(Consents.class).agree(leaver.id(), Subject.ACCOUNT);
        InterviewId own = asCandidate();
        planned(jonas);
        aside(jonas);
        merged(jonas, admin);
        var shared = house.bean(Sharing.class)
                .share(own, leaver.id(), new Sharing.Wish("For " + WORD, "WHOLE", "NAME", OptionalInt.of(14)));
        assertThat(shared).isInstanceOf(Sharing.Made.Done.class);
        Token link = ((Sharing.Made.Done) shared).token();
        assertThat(house.bean(Sharing.class).open(link, Optional.empty(), new byte[32]))
                .isPresent();
        assertThat(house.bean(Glass.class).breakFor(own, admin, "Asked about " + WORD + " by phone."))
                .isInstanceOf(Glass.Outcome.Broken.class);
        notes(own);
        trail();
        new LeftRows(house.database, leaver, other, mira, ofMira).insert();
        told(own);
        assertThat(house.bean(Erasures.class).ask(admin, leaver.id(), "Asked for it: " + WORD))
                .isInstanceOf(Erasures.Outcome.Waiting.class);
        assertThat(house.bean(Sharing.class).open(link, Optional.empty(), new byte[32]))
                .isEmpty();
        stays(admin);
        for (Person each : List.of(leaver, mira, other)) {
            house.bean(DataExports.class).ask(each);
        }
        assertThat(house.bean(DataExports.class).makeAll()).isEqualTo(3);
        exported = house.words(leaver);
        exportedOfMira = house.words(mira);
        assertThat(house.bean(Settings.class)
                        .change(admin, new Installation(Registration.INVITATION, false, false, 90, 30, 14)))
                .isTrue();
        house.bean(DataExports.class).ask(mira);
        house.bean(DataExports.class).makeAll();
        exportedWithoutNotes = house.words(mira);
        for (Person each : List.of(leaver, other)) {
            house.bean(DataExports.class).ask(each);
        }
        house.bean(DataExports.class).makeAll();
    }

    /** An admin calls off what an admin asked for, with a reason; what people ask for themselves only they call off. */
    private void stays(Person admin) {
        Erasures erasures = house.bean(Erasures.class);
        String reason = "Called and said that they stay: " + WORD;
        assertThat(erasures.callOff(admin, leaver.id(), "Oops")).isEqualTo(new Erasures.Stay.ReasonTooShort());
        assertThat(erasures.callOff(mira, leaver.id(), reason)).isEqualTo(new Erasures.Stay.NotThere());
        assertThat(erasures.callOff(admin, leaver.id(), reason)).isEqualTo(new Erasures.Stay.CalledOff());
        assertThat(erasures.callOff(admin, leaver.id(), reason)).isEqualTo(new Erasures.Stay.NotThere());
        assertThat(erasures.ask(leaver)).isInstanceOf(Erasures.Outcome.Waiting.class);
        assertThat(erasures.callOff(admin, leaver.id(), reason)).isEqualTo(new Erasures.Stay.OnlyThePerson());
        assertThat(erasures.callOff(leaver.id())).isTrue();
    }

    private void cohorts(Person jonas) {
        Coaching coaching = house.bean(Coaching.class);
        CohortId own = House.done(coaching.open(leaver, "Cohort of " + WORD));
        House.done(coaching.ask(leaver, own, mira.email().orElseThrow(), Membership.About.NOTHING));
        House.done(house.bean(Cohorts.class).join(mira, own, Agreement.CURRENT));
        House.done(coaching.ask(leaver, own, jonas.email().orElseThrow(), Membership.About.NOTHING));
        CohortId others = House.done(coaching.open(other, "Autumn"));
        House.done(coaching.open(other, "Winter"));
        House.done(coaching.ask(other, others, WORD + "@example.org", Membership.About.NOTHING));
        House.done(house.bean(Cohorts.class).join(leaver, others, Agreement.CURRENT));
        assertThat(house.bean(CoachNotes.class).write(leaver, mira.id(), "As " + WORD + " I think: fast."))
                .isEqualTo(new CoachNotes.Outcome.Done());
        assertThat(house.bean(CoachNotes.class).write(other, leaver.id(), "Zyxplant talks too fast."))
                .isEqualTo(new CoachNotes.Outcome.Done());
    }

    /** Everybody writes about them, and they are invited by name. */
    private InterviewId asCandidate() {
        Rehearsal rehearsal = house.rehearsal(1);
        InterviewId id = rehearsal.over(mira, List.of(other), leaver, "warm-up");
        Question question = house.question("warm-up");
        rehearsal.send(
                id,
                mira.id(),
                new Command.NoteEvidence(new EvidenceId(new UUID(8, 1)), question.id(), "Zyxplant never says why."));
        rehearsal.send(
                id, mira.id(), new Command.ReviseEvidence(new EvidenceId(new UUID(8, 1)), "Only Zyxplant says why."));
        house.bean(NoteDrafts.class).save(id, other.id(), new UUID(8, 2), question.id(), "And then " + WORD, 1);
        rehearsal.selfScore(id, leaver.id(), "warm-up");
        rehearsal.lock(id, mira.id(), "Zyxplant works through others.");
        rehearsal.lock(id, other.id(), "Zyxplant is quick.");
        rehearsal.send(id, mira.id(), new Command.OpenDebrief(false));
        rehearsal.send(id, mira.id(), new Command.WordSentence("Zyxplant, own the number."));
        rehearsal.send(id, leaver.id(), new Command.ConfirmSentence(1));
        rehearsal.send(
                id,
                mira.id(),
                new Command.Amend(new Amendment.OfSummary("Zyxplant works well."), "I was hard on Zyxplant."));
        assertThat(house.bean(FeedbackCards.class)
                        .give(
                                id,
                                leaver.id(),
                                mira.id(),
                                Map.of(
                                        Shift.STRATEGY,
                                        Level.THREE,
                                        Shift.ACCOUNTABILITY,
                                        Level.THREE,
                                        Shift.TEAM,
                                        Level.FOUR),
                                "Fair, says " + WORD))
                .isInstanceOf(FeedbackCards.Said.Saved.class);
        return id;
    }

    /** They write about somebody else, in a panel. */
    private InterviewId asInterviewer() {
        Rehearsal rehearsal = house.rehearsal(2);
        InterviewId id = rehearsal.over(leaver, List.of(other), mira, "the-seven");
        rehearsal.send(
                id,
                leaver.id(),
                new Command.NoteEvidence(
                        new EvidenceId(new UUID(8, 3)),
                        house.question("the-seven").id(),
                        "In " + WORD + "’s ears: vague."));
        house.bean(NoteDrafts.class)
                .save(
                        id,
                        leaver.id(),
                        new UUID(8, 4),
                        house.question("the-seven").id(),
                        "Later " + WORD,
                        1);
        rehearsal.selfScore(id, mira.id(), "the-seven");
        rehearsal.lock(id, leaver.id(), "Zyxplant says: hire.");
        rehearsal.lock(id, other.id(), "Works through others.");
        rehearsal.send(id, leaver.id(), new Command.Publish(false));
        rehearsal.send(
                id,
                leaver.id(),
                new Command.Amend(new Amendment.OfSummary("Zyxplant agrees."), "Zyxplant thought again."));
        assertThat(house.bean(FeedbackCards.class)
                        .give(
                                id,
                                mira.id(),
                                leaver.id(),
                                Map.of(
                                        Shift.STRATEGY,
                                        Level.THREE,
                                        Shift.ACCOUNTABILITY,
                                        Level.THREE,
                                        Shift.TEAM,
                                        Level.FOUR),
                                "Zyxplant listens."))
                .isInstanceOf(FeedbackCards.Said.Saved.class);
        return id;
    }

    /** What they host and has not begun, with a link to a call; and what they are invited to by name and never came to. */
    private void planned(Person jonas) {
        Instant soon = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        var plan = new Hosting.Plan(
                new InterviewId(new UUID(7, 1)),
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.ByLink("A friend of " + WORD),
                Set.of(),
                Optional.of(soon),
                ZoneId.of("Europe/Berlin"),
                Map.of(jonas.id(), Seat.SHADOW),
                Optional.of(URI.create("https://meet.example.org/" + WORD)));
        assertThat(house.bean(Hosting.class).host(plan, leaver)).isInstanceOf(Hosting.Hosted.Done.class);
        assertThat(house.bean(Interviews.class)
                        .send(
                                plan.interview(),
                                new org.threeshift.core.interview.Sent(
                                        new UUID(7, 2),
                                        new Command.By(leaver.id(), Instant.now()),
                                        new Command.Reschedule(
                                                soon.plusSeconds(3600),
                                                ZoneId.of("Europe/Berlin"),
                                                "Zyxplant is ill."))))
                .isInstanceOf(org.threeshift.core.interview.Outcome.Done.class);
        var invited = new Hosting.Plan(
                new InterviewId(new UUID(7, 3)),
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.ByLink("zyxplant pereira"),
                Set.of(),
                Optional.of(soon),
                ZoneId.of("Europe/Berlin"));
        assertThat(house.bean(Hosting.class).host(invited, jonas)).isInstanceOf(Hosting.Hosted.Done.class);
        // By an address that was nobody's at the time.
        house.bean(Invitees.class).invited(invited.interview(), "Zyxplant@Example.org");
    }

    /** A guest of another name who became the leaver: known by it to an interview to which they never came, and to a mail. */
    private void merged(Person jonas, Person admin) {
        Person guest =
                ((Outcome.Done) house.bean(People.class).welcomeGuest("Gast (Zyxplant)", ZoneOffset.UTC)).person();
        var invited = new Hosting.Plan(
                new InterviewId(new UUID(7, 5)),
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.ByLink("The gast (zyxplant)"),
                Set.of(),
                Optional.of(Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS)),
                ZoneId.of("Europe/Berlin"));
        assertThat(house.bean(Hosting.class).host(invited, other)).isInstanceOf(Hosting.Hosted.Done.class);
        house.database.jdbcClient().sql("""
                        insert into outbox (id, key, topic, address, person_id, filled, posted_at, next_at)
                        values (gen_random_uuid(), 'to-jonas', 'invited', 'jonas@example.org', :id, '{"name": "Gast (Zyxplant)"}', now(), now())
                        """).param("id", jonas.id().value()).update();
        assertThat(house.bean(Merges.class).merge(admin, guest.id(), WORD + "@example.org"))
                .isInstanceOf(Merges.Merged.Done.class);
        // And an earlier name of their own.
        house.bean(Profiles.class)
                .change(
                        leaver,
                        new Profiles.Said(
                                leaver.name() + "-Weber",
                                "Europe/Berlin",
                                WORD + "/her",
                                List.of("en"),
                                "Head of " + WORD,
                                "MANAGER"));
    }

    /** A shadow who writes and is taken off again leaves words in the log and nowhere else. */
    private void aside(Person jonas) {
        var plan = new Hosting.Plan(
                new InterviewId(new UUID(7, 4)),
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.Member(jonas.id()),
                Set.of(),
                Optional.empty(),
                ZoneId.of("Europe/Berlin"),
                Map.of(leaver.id(), Seat.SHADOW),
                Optional.empty());
        assertThat(house.bean(Hosting.class).host(plan, other)).isInstanceOf(Hosting.Hosted.Done.class);
        String question = house.question("warm-up").id();
        send(plan.interview(), other, new Command.Start());
        send(plan.interview(), other, new Command.Pose(question));
        var note = new Command.NoteEvidence(new EvidenceId(new UUID(8, 5)), question, "Aside: " + WORD);
        send(plan.interview(), leaver, note);
        send(plan.interview(), other, new Command.WithdrawSeat(leaver.id()));
    }

    private void send(InterviewId interview, Person by, Command command) {
        var sent = new org.threeshift.core.interview.Sent(
                UUID.randomUUID(), new Command.By(by.id(), Instant.now()), command);
        assertThat(house.bean(Interviews.class).send(interview, sent))
                .isInstanceOf(org.threeshift.core.interview.Outcome.Done.class);
    }

    private void trail() {
        house.place = "home of " + WORD;
        house.bean(Trail.class)
                .add(Deed.SIGNED_IN, Optional.of(leaver.id()), Optional.of(leaver.id()), Map.of("way", WORD));
        house.place = "elsewhere";
        house.bean(Trail.class)
                .add(Deed.ROLE_CHANGED, Optional.of(other.id()), Optional.of(leaver.id()), Map.of("from", WORD));
    }

    private void notes(InterviewId own) {
        house.bean(CandidateNotes.class).save(own, leaver.id(), "Note of " + WORD, Optional.empty());
    }

    /** Of an interview of theirs, of a reason that they gave, and of somebody who is called by their name. */
    private void told(InterviewId own) {
        tell("a", other.id().toString(), "Moved for the sake of " + WORD, Optional.of(own));
        tell("b", leaver.id().toString(), "My dentist, says " + WORD, Optional.empty());
        tell("c", "Zyxplant Pereira", "", Optional.empty());
    }

    private void tell(String key, String by, String reason, Optional<InterviewId> about) {
        house.bean(Notices.class)
                .post(new Notice(
                        key,
                        org.threeshift.core.notice.Kind.CANCELLED,
                        mira.id(),
                        Map.of("other", by, "round", "Screen", "at", "2026-12-01T10:00:00Z", "reason", reason),
                        about,
                        "/interviews",
                        Instant.now(),
                        Instant.now().plus(Duration.ofDays(90))));
    }

    private Person profiled(Person person) {
        var said = new Profiles.Said(
                person.name(), "Europe/Berlin", WORD + "/her", List.of("en"), "Head of " + WORD, "MANAGER");
        assertThat(house.bean(Profiles.class).change(person, said)).isInstanceOf(Outcome.Done.class);
        return house.bean(People.class).find(person.id()).orElseThrow();
    }
}
