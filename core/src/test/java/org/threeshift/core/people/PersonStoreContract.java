package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.threeshift.core.people.PersonStore.Account;

/** What every store of people does. */
abstract class PersonStoreContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    abstract PersonStore store();

    @Test
    void an_account_is_found_again_by_id_and_by_address() {
        Account ada = account("Ada Lovelace");
        assertThat(store().add(ada, NOW)).isTrue();
        assertThat(store().byId(ada.person().id())).contains(ada.person());
        assertThat(store().account(ada.person().id())).contains(ada);
        assertThat(store().byEmail(ada.person().email().orElseThrow())).contains(ada);
    }

    @Test
    void nobody_is_found_by_what_nobody_has() {
        assertThat(store().byId(someId())).isEmpty();
        assertThat(store().byEmail("nobody@example.org")).isEmpty();
        assertThat(store().byIds(List.of(someId()))).isEmpty();
        assertThat(store().byIds(List.of())).isEmpty();
    }

    @Test
    void two_accounts_never_share_an_address() {
        Account first = account("First");
        store().add(first, NOW);
        Person second = new Person(someId(), "Second", first.person().email(), Role.MEMBER, BERLIN, false);
        assertThat(store().add(new Account(second, Optional.empty()), NOW)).isFalse();
        assertThat(store().byId(second.id())).isEmpty();
    }

    @Test
    void of_eight_who_want_one_address_at_once_one_gets_it() throws Exception {
        Optional<String> email = Optional.of("contested-" + UUID.randomUUID() + "@example.org");
        CyclicBarrier start = new CyclicBarrier(8);
        List<Callable<Boolean>> wishes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Person person = new Person(someId(), "Racer", email, Role.MEMBER, BERLIN, false);
            wishes.add(() -> {
                start.await();
                return store().add(new Account(person, Optional.empty()), NOW);
            });
        }
        int granted = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> wish : threads.invokeAll(wishes)) {
                granted += wish.get() ? 1 : 0;
            }
        }
        assertThat(granted).isEqualTo(1);
    }

    @Test
    void a_guest_who_makes_an_account_keeps_the_id() {
        Person guest = guest();
        Person kept =
                new Person(guest.id(), "Grace", Optional.of(guest.id() + "@example.org"), Role.MEMBER, BERLIN, false);
        Account account = new Account(kept, Optional.of("hash"));
        assertThat(store().keepGuest(account)).isEqualTo(PersonStore.Kept.KEPT);
        assertThat(store().account(guest.id())).contains(account);
        assertThat(store().keepGuest(account)).isEqualTo(PersonStore.Kept.NO_GUEST);
    }

    @Test
    void a_guest_cannot_take_the_address_of_an_account() {
        Account owner = account("Owner");
        store().add(owner, NOW);
        Person guest = guest();
        Person wish = new Person(guest.id(), "Thief", owner.person().email(), Role.MEMBER, BERLIN, false);
        assertThat(store().keepGuest(new Account(wish, Optional.of("hash")))).isEqualTo(PersonStore.Kept.EMAIL_TAKEN);
        assertThat(store().byId(guest.id())).contains(guest);
    }

    @Test
    void name_zone_and_profile_change_and_nothing_else() {
        Account before = account("Before");
        store().add(before, NOW);
        var profile = new Profile(
                Optional.of("she/her"),
                List.of("de", "gsw"),
                Optional.of("Head of brand"),
                Optional.of(Seniority.SENIOR_MANAGER),
                Optional.empty());
        Person after = before.person().called("After", ZoneId.of("America/New_York"), profile);
        store().change(after);
        assertThat(store().account(after.id())).contains(new Account(after, before.passwordHash()));
        store().change(after.called("After", BERLIN, Profile.BLANK));
        assertThat(store().byId(after.id()).orElseThrow().profile()).isEqualTo(Profile.BLANK);
    }

    @Test
    void a_password_changes_alone() {
        Account before = account("Before");
        store().add(before, NOW);
        store().setPassword(before.person().id(), "another");
        assertThat(store().account(before.person().id()))
                .contains(new Account(before.person(), Optional.of("another")));
    }

    @Test
    void guests_are_not_among_the_accounts_and_names_are_in_order() {
        Person guest = guest();
        Person zoe = added("zoe");
        Person adam = added("Adam");
        assertThat(store().accounts()).containsSubsequence(adam, zoe).doesNotContain(guest);
        assertThat(store().byIds(List.of(zoe.id(), guest.id(), adam.id(), someId())))
                .containsExactly(adam, guest, zoe);
    }

    @Test
    void an_admin_is_noticed() {
        Person admin = new Person(someId(), "Root", Optional.of(someId() + "@example.org"), Role.ADMIN, BERLIN, false);
        store().add(new Account(admin, Optional.empty()), NOW);
        assertThat(store().hasAdmin()).isTrue();
    }

    private Person added(String name) {
        Account account = account(name);
        store().add(account, NOW);
        return account.person();
    }

    private Person guest() {
        Person guest = new Person(someId(), "Guest", Optional.empty(), Role.MEMBER, BERLIN, true);
        store().add(new Account(guest, Optional.empty()), NOW);
        return guest;
    }

    private static Account account(String name) {
        PersonId id = someId();
        return new Account(
                new Person(id, name, Optional.of(id + "@example.org"), Role.MEMBER, BERLIN, false),
                Optional.of("hash of " + name));
    }

    private static PersonId someId() {
        return new PersonId(UUID.randomUUID());
    }
}
