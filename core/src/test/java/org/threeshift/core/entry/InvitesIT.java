package org.threeshift.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.entry.EntryRequests.Applicant;
import org.threeshift.core.entry.EntryRequests.Asked;
import org.threeshift.core.id.Token;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Directory;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.settings.Registration;

class InvitesIT {
    private static final Origin HERE = House.browser("here");

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final House house = new House(database);

    private final Invites invites = house.the(Invites.class);
    private final Registrations registrations = house.the(Registrations.class);
    private final Person admin = house.person(Role.ADMIN);
    private final Person coach = house.person(Role.COACH);

    InvitesIT() {
        house.registration(Registration.INVITATION);
    }

    @BeforeEach
    void emptyTheLetterBox() {
        house.mail();
    }

    @Test
    void an_admin_invites_anybody_a_coach_members_and_a_member_nobody() {
        Person member = house.person(Role.MEMBER);
        assertThat(invite(admin, Role.ADMIN)).isInstanceOf(Invites.Made.Done.class);
        assertThat(invite(admin, Role.COACH)).isInstanceOf(Invites.Made.Done.class);
        assertThat(invite(coach, Role.MEMBER)).isInstanceOf(Invites.Made.Done.class);
        assertThat(invite(coach, Role.COACH)).isEqualTo(new Invites.Made.Refused(Refusal.ROLE_NOT_YOURS));
        assertThat(invite(member, Role.MEMBER)).isEqualTo(new Invites.Made.Refused(Refusal.ROLE_NOT_YOURS));
    }

    @Test
    void an_invitation_that_was_mailed_makes_one_account_with_its_role() {
        invites.invite(admin, Optional.of(" Cleo@Example.org "), Role.COACH, Optional.empty());
        Token token = house.onlyLink();
        var made = registrations.accept(token, "Cleo", House.PASSWORD, "UTC");
        assertThat(made).isInstanceOfSatisfying(Registrations.Made.Done.class, done -> {
            assertThat(done.person().email()).contains("cleo@example.org");
            assertThat(done.person().role()).isEqualTo(Role.COACH);
        });
        assertThat(registrations.accept(token, "Eve", House.PASSWORD, "UTC"))
                .isEqualTo(new Registrations.Made.Refused(Refusal.OVER));
        assertThat(state(token)).isEqualTo(Invite.State.USED);
    }

    @Test
    void nobody_is_invited_by_mail_who_wants_none() {
        Invites.Made.Done before =
                done(invites.invite(coach, Optional.of("wants-none@example.org"), Role.MEMBER, Optional.empty()));
        house.mail();
        house.noMailTo("wants-none@example.org");
        assertThat(invites.invite(admin, Optional.of(" Wants-None@example.org"), Role.MEMBER, Optional.empty()))
                .isEqualTo(new Invites.Made.Refused(Refusal.EMAIL_UNWANTED));
        assertThat(invites.renew(coach, before.invite().id()))
                .isEqualTo(new Invites.Made.Refused(Refusal.EMAIL_UNWANTED));
        assertThat(house.mail()).isEmpty();
    }

    @Test
    void an_invitation_stays_when_its_form_was_refused() {
        invites.invite(admin, Optional.of("typo@example.org"), Role.MEMBER, Optional.empty());
        Token token = house.onlyLink();
        assertThat(registrations.accept(token, "", "short", "UTC")).isInstanceOf(Registrations.Made.Malformed.class);
        assertThat(state(token)).isEqualTo(Invite.State.OPEN);
    }

    @Test
    void a_link_that_was_handed_over_asks_for_the_address_to_be_confirmed_and_is_used_by_that() {
        Token token = done(invite(coach, Role.MEMBER)).token();
        assertThat(registrations.accept(token, "Dan", House.PASSWORD, "UTC"))
                .isEqualTo(new Registrations.Made.Refused(Refusal.OVER));
        Token first = registered(token, "dan@example.org");
        Token second = registered(token, "eve@example.org");
        assertThat(state(token)).isEqualTo(Invite.State.OPEN);
        assertThat(registrations.confirm(first, "", HERE)).isInstanceOf(Registrations.Made.Done.class);
        assertThat(registrations.confirm(second, "", HERE)).isEqualTo(new Registrations.Made.Refused(Refusal.OVER));
        assertThat(house.the(People.class).findByEmail("eve@example.org")).isEmpty();
    }

    @Test
    void an_invitation_ends_after_seven_days_or_when_it_is_taken_back() {
        Invites.Made.Done lasting = done(invite(coach, Role.MEMBER));
        Invites.Made.Done revoked = done(invite(coach, Role.MEMBER));
        assertThat(invites.revoke(coach, revoked.invite().id())).isTrue();
        assertThat(invites.revoke(coach, revoked.invite().id())).isFalse();
        assertThat(state(revoked.token())).isEqualTo(Invite.State.REVOKED);
        house.pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(state(lasting.token())).isEqualTo(Invite.State.OPEN);
        house.pass(Duration.ofSeconds(1));
        assertThat(state(lasting.token())).isEqualTo(Invite.State.EXPIRED);
    }

    @Test
    void an_invitation_ends_with_the_power_of_whoever_invited() {
        Person suspended = house.person(Role.ADMIN);
        Person demoted = house.person(Role.ADMIN);
        Token bySuspended = done(invite(suspended, Role.ADMIN)).token();
        Token byDemoted = done(invite(demoted, Role.ADMIN)).token();
        Token ofMember = done(invite(demoted, Role.MEMBER)).token();
        Token begun = registered(ofMember, "gus@example.org");
        Directory directory = house.the(Directory.class);
        directory.suspend(admin, suspended.id());
        directory.appoint(admin, demoted.id(), Role.COACH);
        assertThat(state(bySuspended)).isEqualTo(Invite.State.REVOKED);
        assertThat(state(byDemoted)).isEqualTo(Invite.State.REVOKED);
        // A coach may still do that much.
        assertThat(state(ofMember)).isEqualTo(Invite.State.OPEN);
        directory.appoint(admin, demoted.id(), Role.MEMBER);
        assertThat(registrations.confirm(begun, "", HERE)).isEqualTo(new Registrations.Made.Refused(Refusal.OVER));
        assertThat(registrations.accept(bySuspended, house.person(Role.MEMBER)))
                .isEqualTo(new Registrations.Made.Refused(Refusal.OVER));
    }

    @Test
    void a_fresh_link_ends_the_one_before() {
        Invites.Made.Done before = done(invite(coach, Role.MEMBER));
        house.pass(Duration.ofDays(8));
        Invites.Made.Done after = done(invites.renew(coach, before.invite().id()));
        assertThat(invites.show(before.token())).isEmpty();
        assertThat(state(after.token())).isEqualTo(Invite.State.OPEN);
    }

    @Test
    void a_coach_sees_and_revokes_their_own_alone() {
        Invites.Made.Done admins = done(invite(admin, Role.MEMBER));
        Invites.Made.Done own = done(invite(coach, Role.MEMBER));
        assertThat(invites.list(coach, Invite.State.OPEN, 0).orElseThrow().listed())
                .extracting(one -> one.invite().id())
                .contains(own.invite().id())
                .doesNotContain(admins.invite().id());
        assertThat(invites.list(admin, Invite.State.OPEN, 0).orElseThrow().listed())
                .extracting(one -> one.invite().id())
                .contains(own.invite().id(), admins.invite().id());
        assertThat(invites.list(house.person(Role.MEMBER), Invite.State.OPEN, 0))
                .isEmpty();
        assertThat(invites.revoke(coach, admins.invite().id())).isFalse();
        assertThat(invites.renew(coach, admins.invite().id())).isEqualTo(new Invites.Made.NotThere());
    }

    @Test
    void a_coach_invites_into_their_own_cohorts_and_whoever_comes_is_asked_to_join() {
        CohortId cohort = cohort(coach);
        CohortId others = cohort(house.person(Role.COACH));
        assertThat(invites.invite(coach, Optional.empty(), Role.MEMBER, Optional.of(others)))
                .isEqualTo(new Invites.Made.Refused(Refusal.COHORT_NOT_YOURS));
        invites.invite(coach, Optional.of("fay@example.org"), Role.MEMBER, Optional.of(cohort));
        var made = registrations.accept(house.onlyLink(), "Fay", House.PASSWORD, "UTC");
        assertThat(made).isInstanceOfSatisfying(Registrations.Made.Done.class, done -> {
            assertThat(done.cohort()).contains(cohort);
            assertThat(house.the(Cohorts.class).invitations(done.person())).hasSize(1);
            assertThat(house.the(Cohorts.class)
                            .mayFollow(coach.id(), done.person().id()))
                    .isFalse();
        });
    }

    @Test
    void somebody_with_an_account_keeps_it_and_is_asked_to_join() {
        CohortId cohort = cohort(coach);
        Token token = done(invites.invite(coach, Optional.empty(), Role.MEMBER, Optional.of(cohort)))
                .token();
        Person member = house.person(Role.MEMBER);
        assertThat(registrations.accept(token, member)).isInstanceOf(Registrations.Made.Done.class);
        assertThat(house.the(Cohorts.class).invitations(member)).hasSize(1);
        assertThat(registrations.accept(token, house.person(Role.MEMBER)))
                .isEqualTo(new Registrations.Made.Refused(Refusal.OVER));
    }

    @Test
    void whom_a_coach_asks_into_a_cohort_and_nobody_knows_is_invited() {
        CohortId cohort = cohort(coach);
        house.the(Coaching.class)
                .ask(coach, cohort, "gil@example.org", org.threeshift.core.cohort.Membership.About.NOTHING);
        assertThat(house.mail()).singleElement().satisfies(mail -> {
            assertThat(mail.topic()).isEqualTo(Topic.COHORT_INVITATION);
            assertThat(mail.address()).isEqualTo("gil@example.org");
            var made = registrations.accept(House.link(mail), "Gil", House.PASSWORD, "UTC");
            assertThat(made)
                    .isInstanceOfSatisfying(
                            Registrations.Made.Done.class,
                            done -> assertThat(house.the(Cohorts.class).invitations(done.person()))
                                    .hasSize(1));
        });
    }

    @Test
    void an_invitation_into_a_cohort_opens_no_more_once_it_is_withdrawn_or_the_cohort_archived() {
        var coaching = house.the(Coaching.class);
        CohortId cohort = cohort(coach);
        var nothing = org.threeshift.core.cohort.Membership.About.NOTHING;
        coaching.ask(coach, cohort, "ivo@example.org", nothing);
        coaching.ask(coach, cohort, "joy@example.org", nothing);
        var posted = house.mail();
        Token ivos = House.link(posted.getFirst());
        Token joys = House.link(posted.getLast());
        Token anybodys = done(invites.invite(coach, Optional.empty(), Role.MEMBER, Optional.of(cohort)))
                .token();
        coaching.withdraw(
                coach,
                cohort,
                coaching.find(cohort, coach).orElseThrow().invitations().stream()
                        .filter(one -> one.email().equals(Optional.of("ivo@example.org")))
                        .findFirst()
                        .orElseThrow()
                        .id());
        assertThat(List.of(state(ivos), state(joys), state(anybodys)))
                .containsExactly(Invite.State.REVOKED, Invite.State.OPEN, Invite.State.OPEN);
        coaching.archive(coach, cohort);
        assertThat(List.of(state(joys), state(anybodys))).containsOnly(Invite.State.REVOKED);
    }

    @Test
    void while_the_installation_is_closed_nobody_is_invited_and_no_invitation_lets_in() {
        invites.invite(admin, Optional.of("hal@example.org"), Role.MEMBER, Optional.empty());
        Token token = house.onlyLink();
        house.registration(Registration.CLOSED);
        assertThat(invite(admin, Role.MEMBER)).isEqualTo(new Invites.Made.Refused(Refusal.CLOSED));
        assertThat(registrations.accept(token, "Hal", House.PASSWORD, "UTC"))
                .isEqualTo(new Registrations.Made.Refused(Refusal.OVER));
    }

    private Invites.Made invite(Person by, Role role) {
        return invites.invite(by, Optional.empty(), role, Optional.empty());
    }

    private static Invites.Made.Done done(Invites.Made made) {
        assertThat(made).isInstanceOf(Invites.Made.Done.class);
        return (Invites.Made.Done) made;
    }

    private Invite.State state(Token token) {
        return invites.show(token).orElseThrow().state();
    }

    private Token registered(Token token, String email) {
        Invite invite = invites.show(token).orElseThrow().invite();
        assertThat(house.the(EntryRequests.class)
                        .register(new Applicant("Dan", email, House.PASSWORD, "UTC"), Optional.of(invite), HERE))
                .isEqualTo(new Asked.Noted());
        return house.onlyLink();
    }

    private CohortId cohort(Person owner) {
        return house.the(Coaching.class).open(owner, "Spring")
                        instanceof org.threeshift.core.cohort.Outcome.Done(var cohort)
                ? cohort
                : cohort(owner);
    }
}
