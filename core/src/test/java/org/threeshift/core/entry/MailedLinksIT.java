package org.threeshift.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.entry.MailedLinks.Opened;
import org.threeshift.core.entry.MailedLinks.Purpose;
import org.threeshift.core.entry.PasswordEntry.Tried;
import org.threeshift.core.id.Token;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Problem;
import org.threeshift.core.people.Role;

class MailedLinksIT {
    private static final String OTHER = "another long phrase";

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final House house = new House(database);

    private final EntryRequests requests = house.the(EntryRequests.class);
    private final MailedLinks links = house.the(MailedLinks.class);
    private final Person ada = house.person(Role.MEMBER);
    private final String email = ada.email().orElseThrow();

    @BeforeEach
    void emptyTheLetterBox() {
        house.mail();
    }

    @Test
    void a_sign_in_link_signs_in_once_however_often_it_was_looked_at() {
        requests.signInLink(email, "/scorecards", Origin.HERE);
        Token link = house.onlyLink();
        for (int look = 0; look < 3; look++) {
            assertThat(links.open(link, Purpose.SIGN_IN)).isEqualTo(new Opened.Valid(ada, "/scorecards"));
        }
        assertThat(links.signIn(link)).contains(new Opened.Valid(ada, "/scorecards"));
        assertThat(links.signIn(link)).isEmpty();
        assertThat(links.open(link, Purpose.SIGN_IN)).isEqualTo(new Opened.Used());
    }

    @Test
    void a_sign_in_link_lasts_a_quarter_of_an_hour_and_sets_no_password() {
        requests.signInLink(email, "", Origin.HERE);
        Token link = house.onlyLink();
        assertThat(links.reset(link, OTHER)).isEqualTo(Outcome.refused(Problem.LINK_OVER));
        house.pass(Duration.ofMinutes(15));
        assertThat(links.open(link, Purpose.SIGN_IN)).isEqualTo(new Opened.Expired());
        assertThat(links.signIn(link)).isEmpty();
    }

    @Test
    void asking_again_takes_no_link_from_its_owner() {
        requests.signInLink(email, "", Origin.HERE);
        Token first = house.onlyLink();
        requests.signInLink(email, "", Origin.HERE);
        house.onlyLink();
        assertThat(links.signIn(first)).isPresent();
    }

    @Test
    void nobody_is_written_to_who_has_no_account() {
        assertThat(requests.signInLink("nobody@example.org", "", Origin.HERE))
                .isEqualTo(requests.signInLink(email, "", Origin.HERE));
        assertThat(requests.reset("nobody2@example.org", Origin.HERE)).isEqualTo(requests.reset(email, Origin.HERE));
        assertThat(house.mail())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.address()).isEqualTo(email));
    }

    @Test
    void a_reset_sets_the_password_once_ends_other_links_and_says_so() {
        requests.signInLink(email, "", Origin.HERE);
        Token other = house.onlyLink();
        requests.reset(email, Origin.HERE);
        Token link = house.onlyLink();
        Origin browser = House.browser("adas");
        house.the(Devices.class).remember(browser.browser().orElseThrow(), ada.id());
        assertThat(links.reset(link, "short")).isEqualTo(Outcome.refused(Problem.PASSWORD_TOO_SHORT));
        assertThat(links.reset(link, OTHER)).isInstanceOf(Outcome.Done.class);
        assertThat(links.reset(link, OTHER)).isEqualTo(Outcome.refused(Problem.LINK_OVER));
        assertThat(links.signIn(other)).isEmpty();
        assertThat(house.the(Devices.class).knows(browser.browser().orElseThrow(), email))
                .isFalse();
        assertThat(house.the(People.class).authenticate(email, OTHER)).contains(ada);
        assertThat(house.mail()).singleElement().satisfies(mail -> {
            assertThat(mail.topic()).isEqualTo(Topic.PASSWORD_CHANGED);
            assertThat(mail.person()).contains(ada.id());
        });
    }

    @Test
    void a_reset_link_lasts_an_hour() {
        requests.reset(email, Origin.HERE);
        Token link = house.onlyLink();
        house.pass(Duration.ofMinutes(59));
        assertThat(links.open(link, Purpose.RESET)).isInstanceOf(Opened.Valid.class);
        house.pass(Duration.ofMinutes(1));
        assertThat(links.open(link, Purpose.RESET)).isEqualTo(new Opened.Expired());
    }

    @Test
    void no_secret_is_in_the_database() {
        requests.reset(email, Origin.HERE);
        String secret = house.onlyLink().text();
        assertThat(database.jdbcClient()
                        .sql("select count(*) from entry_link where entry_link::text like '%' || :secret || '%'")
                        .param("secret", secret)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_strangers_guessing_slows_down_strangers_and_not_the_browser_that_is_known() {
        PasswordEntry door = house.the(PasswordEntry.class);
        Origin known = House.browser("known");
        house.the(Devices.class).remember(known.browser().orElseThrow(), ada.id());
        Tried last = new Tried.Wrong();
        for (int guess = 0; guess < 8; guess++) {
            last = door.attempt(email, "wrong guess", Origin.HERE);
        }
        assertThat(last).isInstanceOf(Tried.TooSoon.class);
        assertThat(door.attempt(email, House.PASSWORD, Origin.HERE)).isInstanceOf(Tried.TooSoon.class);
        assertThat(door.attempt(email, House.PASSWORD, known)).isEqualTo(new Tried.Right(ada));
        house.pass(Duration.ofMinutes(15));
        assertThat(door.attempt(email, House.PASSWORD, Origin.HERE)).isEqualTo(new Tried.Right(ada));
    }

    @Test
    void guesses_from_one_network_are_counted_whosever_address_they_are_at() {
        PasswordEntry door = house.the(PasswordEntry.class);
        Origin network = new Origin(Optional.of("cb.00.71"), Optional.empty());
        Tried last = new Tried.Wrong();
        for (int guess = 0; guess < 40; guess++) {
            last = door.attempt("somebody" + guess + "@example.org", "wrong guess", network);
        }
        assertThat(last).isInstanceOf(Tried.TooSoon.class);
        assertThat(door.attempt(
                        "fresh@example.org", "wrong guess", new Origin(Optional.of("cb.00.72"), Optional.empty())))
                .isEqualTo(new Tried.Wrong());
    }

    @Test
    void an_address_that_nobody_has_is_slowed_down_alike() {
        PasswordEntry door = house.the(PasswordEntry.class);
        for (int guess = 0; guess < 8; guess++) {
            Tried known = door.attempt(email, "wrong guess", Origin.HERE);
            Tried unknown = door.attempt("nobody3@example.org", "wrong guess", Origin.HERE);
            assertThat(known).isEqualTo(unknown);
        }
    }
}
