package org.threeshift.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.entry.EntryRequests.Applicant;
import org.threeshift.core.entry.EntryRequests.Asked;
import org.threeshift.core.entry.Registrations.Made;
import org.threeshift.core.entry.Registrations.Opened;
import org.threeshift.core.id.Token;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.settings.Registration;

class RegistrationsIT {
    private static final Origin HERE = House.browser("here");
    private static final Origin ELSEWHERE = House.browser("elsewhere");

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final House house = new House(database);

    private final EntryRequests requests = house.the(EntryRequests.class);
    private final Registrations registrations = house.the(Registrations.class);
    private final People people = house.the(People.class);

    @BeforeEach
    void emptyTheLetterBox() {
        house.mail();
    }

    @Test
    void an_account_exists_only_once_its_address_is_confirmed() {
        house.registration(Registration.OPEN);
        assertThat(register("ada@example.org")).isEqualTo(new Asked.Noted());
        Token link = house.onlyLink();
        assertThat(people.findByEmail("ada@example.org")).isEmpty();
        assertThat(people.authenticate("ada@example.org", House.PASSWORD)).isEmpty();
        assertThat(registrations.open(link, HERE)).isEqualTo(new Opened.Valid("Ada", "ada@example.org", true));
        assertThat(registrations.confirm(link, "", HERE)).isInstanceOf(Made.Done.class);
        assertThat(people.authenticate("ada@example.org", House.PASSWORD))
                .hasValueSatisfying(ada -> assertThat(ada.role()).isEqualTo(Role.MEMBER));
        assertThat(registrations.open(link, HERE)).isEqualTo(new Opened.Over());
        assertThat(registrations.confirm(link, "", HERE)).isEqualTo(new Made.Refused(Refusal.OVER));
    }

    @Test
    void a_request_that_cannot_be_answered_keeps_nobody_waiting() {
        house.registration(Registration.OPEN);
        database.jdbcClient().sql("""
                insert into entry_request (id, kind, email, details, asked_at)
                values ('00000000-0000-7000-8000-000000000001', 'REGISTER', 'first@example.org', '{"zone": "Nowhere/There"}', now())
                """).update();
        register("second@example.org");
        assertThat(house.mail()).extracting(Mail::address).containsExactly("second@example.org");
    }

    @Test
    void whoever_has_an_account_is_told_so_and_nobody_else_is() {
        house.registration(Registration.OPEN);
        Person ben = house.person(Role.MEMBER);
        String email = ben.email().orElseThrow();
        assertThat(register(email)).isEqualTo(new Asked.Noted());
        assertThat(house.mail()).singleElement().satisfies(mail -> {
            assertThat(mail.topic()).isEqualTo(Topic.ACCOUNT_THERE);
            assertThat(mail.address()).isEqualTo(email);
            assertThat(mail.values()).containsEntry("link", "/sign-in");
        });
        assertThat(people.findByEmail(email)).contains(ben);
    }

    @Test
    void a_stranger_who_registers_somebodys_address_gains_nothing_by_their_confirming() {
        house.registration(Registration.OPEN);
        register("eve-wants@example.org");
        Token link = house.onlyLink();
        assertThat(registrations.open(link, ELSEWHERE))
                .isEqualTo(new Opened.Valid("Ada", "eve-wants@example.org", false));
        assertThat(registrations.confirm(link, "", ELSEWHERE)).isEqualTo(new Made.Refused(Refusal.PASSWORD_DIFFERS));
        assertThat(registrations.confirm(link, House.PASSWORD, ELSEWHERE)).isInstanceOf(Made.Done.class);
    }

    @Test
    void whichever_registration_is_confirmed_first_ends_the_others() {
        house.registration(Registration.OPEN);
        register("twice@example.org");
        Token first = house.onlyLink();
        register("twice@example.org");
        Token second = house.onlyLink();
        assertThat(registrations.confirm(second, "", HERE)).isInstanceOf(Made.Done.class);
        assertThat(registrations.open(first, HERE)).isEqualTo(new Opened.Over());
    }

    @Test
    void the_message_comes_once_more_and_both_links_open() {
        house.registration(Registration.OPEN);
        register("lost@example.org");
        Token first = house.onlyLink();
        assertThat(requests.resend("lost@example.org", HERE)).isEqualTo(new Asked.Noted());
        Token second = house.onlyLink();
        assertThat(registrations.open(first, HERE)).isInstanceOf(Opened.Valid.class);
        assertThat(registrations.open(second, HERE)).isInstanceOf(Opened.Valid.class);
        assertThat(requests.resend("never@example.org", HERE)).isEqualTo(new Asked.Noted());
        assertThat(house.mail()).isEmpty();
    }

    @Test
    void a_registration_ends_after_a_day() {
        house.registration(Registration.OPEN);
        register("late@example.org");
        Token link = house.onlyLink();
        house.pass(Duration.ofHours(24));
        assertThat(registrations.open(link, HERE)).isEqualTo(new Opened.Over());
    }

    @Test
    void by_invitation_nobody_registers_without_one_and_closed_nobody_does() {
        house.registration(Registration.INVITATION);
        assertThat(register("uninvited@example.org")).isEqualTo(new Asked.Refused(Refusal.CLOSED));
        house.registration(Registration.OPEN);
        register("closing@example.org");
        Token link = house.onlyLink();
        house.registration(Registration.CLOSED);
        assertThat(register("uninvited@example.org")).isEqualTo(new Asked.Refused(Refusal.CLOSED));
        assertThat(registrations.confirm(link, "", HERE)).isEqualTo(new Made.Refused(Refusal.CLOSED));
    }

    /** Of the one page that there is in this test. */
    @Test
    void a_page_that_invites_lets_whoever_comes_by_it_register_while_it_is_open() {
        Person coach = house.person(Role.COACH);
        house.invites("/book/clara/hour", coach);
        house.registration(Registration.INVITATION);
        assertThat(by("/book/clara/hour")).isEqualTo(new Asked.Refused(Refusal.CLOSED));
        house.registration(Registration.BOOKING);
        assertThat(requests.welcomes("/home")).isFalse();
        assertThat(by("/book/others")).isEqualTo(new Asked.Refused(Refusal.CLOSED));
        assertThat(by("/book/clara/hour")).isEqualTo(new Asked.Noted());
        Token link = house.onlyLink();
        house.invitesNobody();
        assertThat(registrations.confirm(link, "", HERE)).isEqualTo(new Made.Refused(Refusal.CLOSED));
        house.invites("/book/clara/hour", coach);
        assertThat(registrations.confirm(link, "", HERE)).isInstanceOf(Made.Done.class);
        assertThat(database.jdbcClient()
                        .sql("select count(*) from audit_event where deed = 'came-by-page' and actor_id = :coach")
                        .param("coach", coach.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private Asked by(String next) {
        return requests.register(
                new Applicant("Ben", "ben@example.org", House.PASSWORD, "UTC", next), Optional.empty(), HERE);
    }

    @Test
    void a_leaked_password_is_refused_before_anything_is_kept() {
        house.registration(Registration.OPEN);
        assertThat(requests.register(
                        new Applicant("Ada", "weak@example.org", "nuttertools", "UTC"), Optional.empty(), HERE))
                .isInstanceOf(Asked.Malformed.class);
        assertThat(house.mail()).isEmpty();
    }

    @Test
    void an_address_is_not_flooded() {
        house.registration(Registration.OPEN);
        for (int message = 0; message < 4; message++) {
            assertThat(requests.signInLink("flooded@example.org", "", Origin.HERE))
                    .isEqualTo(new Asked.Noted());
        }
        assertThat(requests.reset("flooded@example.org", Origin.HERE)).isInstanceOf(Asked.TooSoon.class);
        assertThat(register("flooded@example.org")).isInstanceOf(Asked.TooSoon.class);
    }

    private Asked register(String email) {
        return requests.register(new Applicant("Ada", email, House.PASSWORD, "UTC"), Optional.empty(), HERE);
    }
}
