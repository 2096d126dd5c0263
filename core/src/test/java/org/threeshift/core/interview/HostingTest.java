package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.Hosting.Hosted;
import org.threeshift.core.interview.Hosting.Joining;
import org.threeshift.core.interview.Hosting.Plan;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.people.Invitations;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

class HostingTest {
    private Instant now = Scene.NOW;
    private final InstantSource time = () -> now;
    private final Random chance = new Random(3);
    private final Ids ids = new Ids(time, chance);
    private final Banks banks = Banks.inMemory(time);
    private final People people = People.inMemory(ids, time);
    private final InMemoryInterviewLog log = new InMemoryInterviewLog();
    private final Invitations invitations = Invitations.inMemory(time, chance);
    private final Interviews interviews = new Interviews(log, new LocalBell());
    private final Hosting hosting = new Hosting(
            interviews,
            log,
            banks,
            invitations,
            people,
            new YetToBeAsked(new InMemoryInterviewIndex(log), new InterviewStates(log), people, time),
            ids,
            time);
    private final ComingBack comingBack =
            new ComingBack(new InterviewStates(log), new InMemoryInterviewIndex(log), invitations, people, time);
    private final Person coach = account("Carla", Role.COACH);
    private final Person member = account("Ben", Role.MEMBER);

    @BeforeEach
    void publishTheShippedBank() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(Banks.class.getResourceAsStream("/banks/marketing-manager.yaml"))) {
            banks.publish(file.readAllBytes(), "marketing-manager.yaml");
        }
    }

    @Test
    void a_member_needs_no_link() {
        assertThat(host(plan(Kind.COACH_LED, new Candidate.Member(member.id()))).invitation())
                .isEmpty();
        assertThat(host(plan(Kind.PEER, new Candidate.ByEmail(" BEN@example.org")))
                        .invitation())
                .isEmpty();
    }

    @Test
    void sending_the_form_twice_makes_one_interview() {
        Plan plan = plan(Kind.PEER, new Candidate.ByLink("Ada"));
        host(plan);
        host(plan);
        assertThat(log.read(plan.interview(), 0)).hasSize(1);
    }

    @Test
    void nobody_moves_or_calls_off_by_rules_that_no_feature_has_checked() {
        Plan plan = plan(Kind.COACH_LED, new Candidate.Member(member.id()));
        host(plan);
        var by = new Command.By(member.id(), now);
        var callOff = new Command.CallOffAsAgreed("Ill.");
        var move = new Command.MoveAsAgreed(now.plusSeconds(600), plan.zone(), "Train.");
        for (Command command : List.of(callOff, move)) {
            assertThat(hosting.send(plan.interview(), new Sent(ids.next(), by, command)))
                    .isEqualTo(new Outcome.Refused(Refusal.of(Refusal.Code.NOT_FOUND)));
        }
        assertThat(hosting.moveAsAgreed(plan.interview(), ids.next(), by, move)).isInstanceOf(Outcome.Done.class);
        assertThat(hosting.callOffAsAgreed(plan.interview(), ids.next(), by, "Ill."))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void the_first_who_opens_the_link_keeps_the_chair_and_may_come_again() {
        Plan plan = plan(Kind.PEER, new Candidate.ByLink("Ada"));
        Token link = host(plan).invitation().orElseThrow();
        PersonId first = new PersonId(ids.next());
        assertThat(hosting.join(link, first)).isEqualTo(new Joining.Joined(plan.interview()));
        assertThat(hosting.join(link, first)).isEqualTo(new Joining.Joined(plan.interview()));
        assertThat(hosting.join(link, member.id())).isEqualTo(refusedJoining(Refusal.Code.CHAIR_TAKEN));
        assertThat(hosting.invite(plan.interview(), coach)).isEqualTo(refused(Refusal.Code.CHAIR_TAKEN));
    }

    @Test
    void a_guest_who_has_joined_comes_back_by_a_link_that_their_host_makes() {
        Plan plan = plan(Kind.PEER, new Candidate.ByLink("Ada"));
        Token link = host(plan).invitation().orElseThrow();
        assertThat(comingBack.link(plan.interview(), coach))
                .as("nobody has joined")
                .isEmpty();
        Person ada = guest("Ada");
        hosting.join(link, ada.id());
        assertThat(comingBack.link(plan.interview(), member)).isEmpty();
        Token first = comingBack.link(plan.interview(), coach).orElseThrow();
        assertThat(comingBack.by(first)).contains(ada);
        assertThat(comingBack.by(link)).as("the link by which they joined").isEmpty();
        Token second = comingBack.link(plan.interview(), coach).orElseThrow();
        assertThat(comingBack.by(first)).isEmpty();
        assertThat(comingBack.by(second)).contains(ada);
        assertThat(hosting.join(second, member.id())).isEqualTo(refusedJoining(Refusal.Code.CHAIR_TAKEN));
        hosting.send(
                plan.interview(), new Sent(ids.next(), new Command.By(coach.id(), now), new Command.Cancel("A slip.")));
        assertThat(comingBack.by(second)).as("once it is over").isEmpty();
        assertThat(comingBack.offered(plan.interview(), coach)).isFalse();
    }

    @Test
    void a_member_on_the_chair_signs_in_and_gets_no_link_back() {
        Plan plan = plan(Kind.PEER, new Candidate.ByLink("Ada"));
        hosting.join(host(plan).invitation().orElseThrow(), member.id());
        assertThat(comingBack.offered(plan.interview(), coach)).isFalse();
    }

    /** Whoever holds the link is that guest everywhere. */
    @Test
    void a_guest_of_two_hosts_gets_no_link_back_from_either() {
        Plan plan = plan(Kind.PEER, new Candidate.ByLink("Ada"));
        Person ada = guest("Ada");
        hosting.join(host(plan).invitation().orElseThrow(), ada.id());
        assertThat(comingBack.offered(plan.interview(), coach)).isTrue();
        Plan others = plan(Kind.PEER, new Candidate.ByLink("Ada"));
        Hosted.Done second = (Hosted.Done) hosting.host(others, member);
        hosting.join(second.invitation().orElseThrow(), ada.id());
        assertThat(comingBack.link(plan.interview(), coach)).isEmpty();
        assertThat(comingBack.link(others.interview(), member)).isEmpty();
    }

    private Person guest(String name) {
        if (people.welcomeGuest(name, ZoneId.of("UTC")) instanceof org.threeshift.core.people.Outcome.Done(var guest)) {
            return guest;
        }
        throw new AssertionError(name);
    }

    @Test
    void an_interviewer_who_tries_the_link_leaves_it_to_the_candidate() {
        Plan plan = plan(Kind.PEER, new Candidate.ByLink("Ada"));
        Token link = host(plan).invitation().orElseThrow();
        assertThat(hosting.join(link, coach.id())).isEqualTo(refusedJoining(Refusal.Code.CANDIDATE_IS_INTERVIEWER));
        assertThat(hosting.join(link, member.id())).isEqualTo(new Joining.Joined(plan.interview()));
    }

    @Test
    void a_link_opens_for_a_week_after_the_agreed_time() {
        Token link =
                host(plan(Kind.PEER, new Candidate.ByLink("Ada"))).invitation().orElseThrow();
        now = Scene.NOW.plus(Hosting.INVITATION_OUTLIVES_START).minusSeconds(1);
        assertThat(hosting.open(link)).map(Hosting.Invited::label).contains("Ada");
        now = now.plusSeconds(1);
        assertThat(hosting.open(link)).isEmpty();
        assertThat(hosting.join(link, member.id())).isEqualTo(new Joining.Expired());
    }

    @Test
    void a_link_follows_an_interview_that_is_put_off() {
        Plan plan = plan(Kind.PEER, new Candidate.ByLink("Ada"));
        Token link = host(plan).invitation().orElseThrow();
        Instant inThreeWeeks = now.plus(Duration.ofDays(21));
        var moved = new Command.Reschedule(inThreeWeeks, ZoneId.of("UTC"), "Ill.");
        assertThat(hosting.send(plan.interview(), new Sent(ids.next(), new Command.By(member.id(), now), moved)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(hosting.send(plan.interview(), new Sent(ids.next(), new Command.By(coach.id(), now), moved)))
                .isInstanceOf(Outcome.Done.class);
        now = inThreeWeeks;
        assertThat(hosting.join(link, member.id())).isEqualTo(new Joining.Joined(plan.interview()));
    }

    @Test
    void a_link_that_nobody_made_opens_nothing() {
        Token guessed = Token.fresh(chance);
        assertThat(hosting.open(guessed)).isEmpty();
        assertThat(hosting.join(guessed, member.id())).isEqualTo(new Joining.Unknown());
    }

    @Test
    void only_the_host_makes_another_link_and_others_learn_nothing() {
        Plan plan = plan(Kind.PEER, new Candidate.ByLink("Ada"));
        host(plan);
        assertThat(hosting.invite(plan.interview(), member)).isEqualTo(refused(Refusal.Code.NOT_FOUND));
        Token second = ((Hosted.Done) hosting.invite(plan.interview(), coach))
                .invitation()
                .orElseThrow();
        assertThat(hosting.join(second, member.id())).isEqualTo(new Joining.Joined(plan.interview()));
    }

    @Test
    void a_form_that_names_the_interview_of_somebody_else_makes_no_link_to_it() {
        Plan plan = plan(Kind.PEER, new Candidate.ByLink("Ada"));
        host(plan);
        assertThat(hosting.host(plan, member)).isEqualTo(refused(Refusal.Code.NOT_FOUND));
    }

    @Test
    void coach_led_interviews_are_hosted_by_coaches() {
        assertThat(hosting.host(plan(Kind.COACH_LED, new Candidate.ByLink("Ada")), member))
                .isEqualTo(refused(Refusal.Code.ONLY_COACH_LEADS));
    }

    @Test
    void what_a_form_cannot_offer_is_refused() {
        Plan fine = plan(Kind.PEER, new Candidate.ByLink("Ada"));
        assertThat(hosting.host(with(fine, "weather-bank", fine.roundId(), Set.of()), coach))
                .isEqualTo(refused(Refusal.Code.ROUND_UNKNOWN));
        assertThat(hosting.host(with(fine, fine.bankId(), "weather", Set.of()), coach))
                .isEqualTo(refused(Refusal.Code.ROUND_UNKNOWN));
        assertThat(hosting.host(with(fine, fine.bankId(), fine.roundId(), Set.of(new PersonId(ids.next()))), coach))
                .isEqualTo(refused(Refusal.Code.PERSON_UNKNOWN));
        assertThat(hosting.host(plan(Kind.PEER, new Candidate.Member(new PersonId(ids.next()))), coach))
                .isEqualTo(refused(Refusal.Code.INVITEE_MISSING));
        assertThat(hosting.host(plan(Kind.PEER, new Candidate.Member(coach.id())), coach))
                .isEqualTo(refused(Refusal.Code.CANDIDATE_IS_INTERVIEWER));
        assertThat(log.read(fine.interview(), 0)).isEmpty();
    }

    @Test
    void a_link_is_labelled_as_the_log_keeps_it() {
        Token link = host(plan(Kind.PEER, new Candidate.ByLink(" A\0da ")))
                .invitation()
                .orElseThrow();
        assertThat(hosting.open(link)).map(Hosting.Invited::label).contains("A\ufffdda");
    }

    private Hosted.Done host(Plan plan) {
        return (Hosted.Done) hosting.host(plan, coach);
    }

    private Plan plan(Kind kind, Candidate candidate) {
        String round = banks.newest("marketing-manager")
                .orElseThrow()
                .rounds()
                .getFirst()
                .id();
        return new Plan(
                new InterviewId(ids.next()),
                kind,
                "marketing-manager",
                round,
                candidate,
                Set.of(),
                Optional.empty(),
                ZoneId.of("UTC"));
    }

    private static Plan with(Plan plan, String bank, String round, Set<PersonId> others) {
        return new Plan(
                plan.interview(), plan.kind(), bank, round, plan.candidate(), others, plan.startsAt(), plan.zone());
    }

    private Person account(String name, Role role) {
        var email = name.toLowerCase(Locale.ROOT) + "@example.org";
        return ((org.threeshift.core.people.Outcome.Done) people.enrol(name, email, "UTC", role)).person();
    }

    private static Hosted refused(Refusal.Code code) {
        return new Hosted.Refused(new Refusal(code, List.of(), List.of()));
    }

    private static Joining refusedJoining(Refusal.Code code) {
        return new Joining.Refused(new Refusal(code, List.of(), List.of()));
    }
}
