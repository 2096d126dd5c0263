package org.threeshift.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.entry.AddressChanges.Asked;
import org.threeshift.core.entry.AddressChanges.Confirmed;
import org.threeshift.core.entry.AddressChanges.Opened;
import org.threeshift.core.id.Token;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

class AddressChangesIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final House house = new House(database);

    private final AddressChanges changes = house.the(AddressChanges.class);
    private final Person ada = house.person(Role.MEMBER);
    private final String before = ada.email().orElseThrow();
    private final String after = "ada-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void emptyTheLetterBox() {
        house.mail();
    }

    @Test
    void an_address_changes_when_both_have_said_yes_and_the_old_one_hears_of_it() {
        List<Mail> links = ask();
        assertThat(links).extracting(Mail::address).containsExactly(before, after);
        assertThat(changes.confirm(House.link(links.getLast()))).isInstanceOf(Confirmed.HalfWay.class);
        assertThat(changes.confirm(House.link(links.getLast()))).isInstanceOf(Confirmed.HalfWay.class);
        assertThat(address()).isEqualTo(before);
        assertThat(changes.confirm(House.link(links.getFirst()))).isInstanceOf(Confirmed.Changed.class);
        assertThat(address()).isEqualTo(after);
        assertThat(house.mail()).singleElement().satisfies(mail -> {
            assertThat(mail.topic()).isEqualTo(Topic.ADDRESS_CHANGED);
            assertThat(mail.address()).isEqualTo(before);
        });
        assertThat(changes.open(House.link(links.getFirst()))).isEqualTo(new Opened.Over());
    }

    @Test
    void either_address_can_say_no() {
        for (int side = 0; side < 2; side++) {
            List<Mail> links = ask();
            Token no = House.link(links.get(side));
            Token yes = House.link(links.get(1 - side));
            assertThat(changes.confirm(yes)).isInstanceOf(Confirmed.HalfWay.class);
            assertThat(changes.cancel(no)).isTrue();
            assertThat(changes.cancel(no)).isFalse();
            assertThat(changes.confirm(yes)).isEqualTo(new Confirmed.Refused(Refusal.OVER));
            assertThat(changes.pending(ada)).isEmpty();
        }
        assertThat(address()).isEqualTo(before);
    }

    @Test
    void an_address_that_is_somebodys_never_says_yes_and_the_asker_is_not_told() {
        Person ben = house.person(Role.MEMBER);
        assertThat(changes.ask(ada, ben.email().orElseThrow())).isEqualTo(new Asked.Sent());
        List<Mail> sent = house.mail();
        assertThat(sent).extracting(Mail::topic).containsExactly(Topic.CONFIRM_OLD_ADDRESS, Topic.ADDRESS_IN_USE);
        assertThat(changes.confirm(House.link(sent.getFirst()))).isInstanceOf(Confirmed.HalfWay.class);
        assertThat(changes.open(House.link(sent.getLast()))).isEqualTo(new Opened.Over());
        assertThat(address()).isEqualTo(before);
    }

    @Test
    void an_address_that_is_taken_meanwhile_is_not_taken_away() {
        List<Mail> links = ask();
        assertThat(house.the(People.class).register("Eve", after, House.PASSWORD, "UTC", Role.MEMBER))
                .isInstanceOf(org.threeshift.core.people.Outcome.Done.class);
        changes.confirm(House.link(links.getFirst()));
        assertThat(changes.confirm(House.link(links.getLast())))
                .isEqualTo(new Confirmed.Refused(Refusal.ADDRESS_TAKEN));
        assertThat(address()).isEqualTo(before);
    }

    @Test
    void another_wish_ends_the_one_before_and_a_day_ends_it_too() {
        List<Mail> first = ask();
        List<Mail> second = ask();
        assertThat(changes.open(House.link(first.getLast()))).isEqualTo(new Opened.Over());
        assertThat(changes.open(House.link(second.getLast()))).isInstanceOf(Opened.Valid.class);
        house.pass(Duration.ofHours(24));
        assertThat(changes.open(House.link(second.getLast()))).isEqualTo(new Opened.Over());
    }

    @Test
    void nonsense_and_the_same_address_are_refused() {
        assertThat(changes.ask(ada, "nonsense")).isEqualTo(new Asked.Refused(Refusal.EMAIL_MALFORMED));
        assertThat(changes.ask(ada, " " + before.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(new Asked.Refused(Refusal.ADDRESS_UNCHANGED));
        assertThat(house.mail()).isEmpty();
    }

    private List<Mail> ask() {
        assertThat(changes.ask(ada, after)).isEqualTo(new Asked.Sent());
        List<Mail> sent = house.mail();
        assertThat(sent).hasSize(2);
        return sent;
    }

    private String address() {
        return house.the(People.class).find(ada.id()).flatMap(Person::email).orElseThrow();
    }
}
