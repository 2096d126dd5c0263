package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.threeshift.core.id.Ids;

class PeopleTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));
    private static final String GOOD = "correct horse battery";

    private final People people = People.inMemory(new Ids(TIME, new Random(3)), TIME);

    @Test
    void whoever_knows_the_password_is_known_however_the_address_is_typed() {
        Person ada = done(people.register("Ada", "Ada@Example.org ", GOOD, "Europe/Berlin", Role.COACH));
        assertThat(people.authenticate(" ADA@example.org", GOOD)).contains(ada);
        assertThat(people.findByEmail("ADA@EXAMPLE.ORG")).contains(ada);
        assertThat(people.authenticate("ada@example.org", GOOD + "!")).isEmpty();
        assertThat(people.authenticate("nobody@example.org", GOOD)).isEmpty();
    }

    @Test
    void all_problems_of_a_form_are_told_at_once() {
        assertThat(people.register(" ", "ada", "short", "Mars/Base", Role.MEMBER))
                .isEqualTo(Outcome.refused(
                        Problem.NAME_MISSING,
                        Problem.EMAIL_MALFORMED,
                        Problem.ZONE_UNKNOWN,
                        Problem.PASSWORD_TOO_SHORT));
        assertThat(people.members()).isEmpty();
    }

    @Test
    void an_address_is_taken_whatever_its_case() {
        done(people.register("Ada", "ada@example.org", GOOD, "UTC", Role.MEMBER));
        assertThat(people.register("Other", "ADA@example.org", GOOD, "UTC", Role.MEMBER))
                .isEqualTo(Outcome.refused(Problem.EMAIL_TAKEN));
    }

    @Test
    void nobody_signs_in_to_an_account_before_its_password_is_set() {
        Person ada = done(people.enrol("Ada", "ada@example.org", "UTC", Role.MEMBER));
        assertThat(people.authenticate("ada@example.org", "")).isEmpty();
        assertThat(people.authenticate("ada@example.org", "a password that nobody has"))
                .isEmpty();
        done(people.setPassword(ada, GOOD));
        assertThat(people.authenticate("ada@example.org", GOOD)).contains(ada);
    }

    @Test
    void a_guest_becomes_a_member_under_the_same_id() {
        Person guest = done(people.welcomeGuest(" Grace ", ZoneOffset.UTC));
        assertThat(people.members()).isEmpty();
        assertThat(people.wish(guest, "grace", "short"))
                .isEqualTo(new People.Wish.Refused(List.of(Problem.EMAIL_MALFORMED, Problem.PASSWORD_TOO_SHORT)));
        if (!(people.wish(guest, " Grace@example.org", GOOD) instanceof People.Wish.Fine(var email, var hash))) {
            throw new AssertionError("refused");
        }
        Person member = done(people.keepGuest(guest.id(), email, hash));
        assertThat(member.id()).isEqualTo(guest.id());
        assertThat(people.authenticate("grace@example.org", GOOD)).contains(member);
        assertThat(people.keepGuest(guest.id(), email, hash)).isEqualTo(Outcome.refused(Problem.NO_GUEST));
    }

    @Test
    void the_current_password_is_asked_before_it_changes() {
        Person ada = done(people.register("Ada", "ada@example.org", GOOD, "UTC", Role.MEMBER));
        assertThat(people.changePassword(ada, "wrong", "another good one"))
                .isEqualTo(Outcome.refused(Problem.PASSWORD_NOT_CURRENT));
        done(people.changePassword(ada, GOOD, "another good one"));
        assertThat(people.authenticate("ada@example.org", GOOD)).isEmpty();
        assertThat(people.authenticate("ada@example.org", "another good one")).contains(ada);
    }

    @Test
    void nobody_interviews_themselves() {
        Person ada = done(people.register("Ada", "ada@example.org", GOOD, "UTC", Role.MEMBER));
        Person ben = done(people.register("Ben", "ben@example.org", GOOD, "UTC", Role.COACH));
        assertThat(people.possibleCandidates(ben.id())).containsExactly(ada);
        assertThat(people.namesOf(List.of(ben.id(), ada.id()))).containsExactly(ada, ben);
    }

    private static Person done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Person person) -> person;
            case Outcome.Refused(List<Problem> problems) -> throw new AssertionError("refused: " + problems);
        };
    }
}
