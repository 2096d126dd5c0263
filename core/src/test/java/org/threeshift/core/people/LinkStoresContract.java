package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.SetupLinks.Opened;
import org.threeshift.core.people.SetupLinks.Purpose;

/** What one-time links and invitations do, on every store of them. */
abstract class LinkStoresContract {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private static final Outcome DONE = new Outcome.Done(
            new Person(new PersonId(UUID.randomUUID()), "Ada", Optional.empty(), Role.MEMBER, ZoneOffset.UTC, true));

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final UUID interview = UUID.randomUUID();

    abstract SetupLinkStore setupLinkStore();

    abstract InvitationStore invitationStore();

    /** Somebody whom the store lets a link name. */
    abstract PersonId somebody();

    @Test
    void a_set_up_link_works_once() {
        Token token = links().forFirstAdmin();
        assertThat(opened(token)).isInstanceOf(Opened.Valid.class);
        assertThat(spend(token)).isEqualTo(DONE);
        assertThat(spend(token)).isEqualTo(Outcome.refused(Problem.LINK_OVER));
        assertThat(opened(token)).isInstanceOf(Opened.Used.class);
    }

    @Test
    void a_set_up_link_stays_when_its_form_was_refused() {
        Token token = links().forFirstAdmin();
        Outcome refused = Outcome.refused(Problem.NAME_MISSING);
        assertThat(links().spend(token, Purpose.FIRST_ADMIN, person -> refused)).isEqualTo(refused);
        assertThat(opened(token)).isInstanceOf(Opened.Valid.class);
    }

    @Test
    void of_two_who_use_a_link_at_once_one_succeeds() {
        Token token = links().forFirstAdmin();
        AtomicReference<Outcome> meanwhile = new AtomicReference<>();
        Outcome late = links().spend(token, Purpose.FIRST_ADMIN, person -> {
            meanwhile.set(spend(token));
            return DONE;
        });
        assertThat(meanwhile).hasValue(DONE);
        assertThat(late).isEqualTo(Outcome.refused(Problem.LINK_OVER));
    }

    @Test
    void a_set_up_link_ends_after_a_day() {
        Token token = links().forFirstAdmin();
        now.set(START.plus(Duration.ofHours(24)).minusSeconds(1));
        assertThat(opened(token)).isInstanceOf(Opened.Valid.class);
        now.set(START.plus(Duration.ofHours(24)));
        assertThat(opened(token)).isInstanceOf(Opened.Expired.class);
        assertThat(spend(token)).isEqualTo(Outcome.refused(Problem.LINK_OVER));
    }

    @Test
    void a_new_first_admins_link_ends_the_one_before() {
        Token before = links().forFirstAdmin();
        Token after = links().forFirstAdmin();
        assertThat(opened(before)).isInstanceOf(Opened.Unknown.class);
        assertThat(opened(after)).isInstanceOf(Opened.Valid.class);
    }

    @Test
    void a_password_link_knows_its_person_and_leaves_other_links_alone() {
        PersonId ada = somebody();
        PersonId ben = somebody();
        Token first = links().forPassword(ada);
        Token second = links().forPassword(ada);
        Token bens = links().forPassword(ben);
        Token admins = links().forFirstAdmin();
        assertThat(links().open(first, Purpose.SET_PASSWORD)).isInstanceOf(Opened.Unknown.class);
        assertThat(links().open(second, Purpose.SET_PASSWORD)).isEqualTo(new Opened.Valid(Optional.of(ada)));
        assertThat(links().open(bens, Purpose.SET_PASSWORD)).isInstanceOf(Opened.Valid.class);
        assertThat(opened(admins)).isInstanceOf(Opened.Valid.class);
    }

    @Test
    void a_password_link_makes_no_admin() {
        Token token = links().forPassword(somebody());
        assertThat(opened(token)).isInstanceOf(Opened.Unknown.class);
        assertThat(spend(token)).isEqualTo(Outcome.refused(Problem.LINK_OVER));
    }

    @Test
    void an_invitation_is_kept_by_whoever_opens_it_first() {
        PersonId first = somebody();
        PersonId second = somebody();
        Token token = invitations().create(interview, "Ada", somebody(), START.plusSeconds(60));
        assertThat(invitations().bind(token, first)).isInstanceOf(Invitation.Bound.Yours.class);
        assertThat(invitations().bind(token, second)).isInstanceOf(Invitation.Bound.SomebodyElses.class);
        assertThat(invitations().bind(token, first)).isInstanceOfSatisfying(Invitation.Bound.Yours.class, yours -> {
            assertThat(yours.invitation().usedBy()).contains(first);
            assertThat(yours.invitation().interviewId()).isEqualTo(interview);
        });
    }

    @Test
    void an_invitation_that_is_over_says_so_and_binds_nobody() {
        Token token = invitations().create(interview, "Ada", somebody(), START.plusSeconds(60));
        assertThat(invitations().open(token)).isInstanceOf(Invitation.Opened.Valid.class);
        now.set(START.plusSeconds(60));
        assertThat(invitations().open(token)).isInstanceOf(Invitation.Opened.Expired.class);
        assertThat(invitations().bind(token, somebody())).isInstanceOf(Invitation.Bound.Expired.class);
    }

    @Test
    void an_invitation_can_be_kept_open_longer_but_not_shorter() {
        Token token = invitations().create(interview, "Ada", somebody(), START.plusSeconds(60));
        Token other = invitations().create(UUID.randomUUID(), "Ben", somebody(), START.plusSeconds(60));
        invitations().extend(interview, START.plusSeconds(120));
        invitations().extend(interview, START.plusSeconds(30));
        now.set(START.plusSeconds(119));
        assertThat(invitations().open(token)).isInstanceOf(Invitation.Opened.Valid.class);
        assertThat(invitations().open(other)).isInstanceOf(Invitation.Opened.Expired.class);
        now.set(START.plusSeconds(120));
        assertThat(invitations().open(token)).isInstanceOf(Invitation.Opened.Expired.class);
    }

    @Test
    void a_link_back_is_its_persons_from_the_beginning_and_ends_the_one_before() {
        PersonId guest = somebody();
        PersonId other = somebody();
        Token joined = invitations().create(interview, "Ada", somebody(), START.plusSeconds(60));
        invitations().bind(joined, guest);
        Token first = invitations().createBack(interview, guest, START.plusSeconds(60));
        Token second = invitations().createBack(interview, guest, START.plusSeconds(60));
        assertThat(invitations().open(first)).isInstanceOf(Invitation.Opened.Unknown.class);
        assertThat(invitations().open(second))
                .isInstanceOfSatisfying(
                        Invitation.Opened.Valid.class,
                        valid -> assertThat(valid.invitation().back()).isTrue());
        assertThat(invitations().bind(second, other)).isInstanceOf(Invitation.Bound.SomebodyElses.class);
        assertThat(invitations().open(joined))
                .as("the link by which they joined stays what it was")
                .isInstanceOfSatisfying(
                        Invitation.Opened.Valid.class,
                        valid -> assertThat(valid.invitation().back()).isFalse());
    }

    @Test
    void a_made_up_invitation_is_unknown() {
        Token token = new Token("made-up");
        assertThat(invitations().open(token)).isInstanceOf(Invitation.Opened.Unknown.class);
        assertThat(invitations().bind(token, somebody())).isInstanceOf(Invitation.Bound.Unknown.class);
    }

    private Outcome spend(Token token) {
        return links().spend(token, Purpose.FIRST_ADMIN, person -> DONE);
    }

    private Opened opened(Token token) {
        return links().open(token, Purpose.FIRST_ADMIN);
    }

    private SetupLinks links() {
        return new SetupLinks(
                setupLinkStore(), TransactionOperations.withoutTransaction(), now::get, new SecureRandom());
    }

    private Invitations invitations() {
        return new Invitations(invitationStore(), now::get, new SecureRandom());
    }
}
