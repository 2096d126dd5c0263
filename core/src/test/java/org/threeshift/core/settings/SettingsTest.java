package org.threeshift.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

class SettingsTest {
    private static final Installation OPEN = new Installation(Registration.OPEN, false, true, 60, 30, 14);

    private final List<Map<String, String>> audited = new ArrayList<>();
    private final Trail trail = (deed, actor, about, detail) -> audited.add(detail);
    private Instant now = Instant.parse("2026-11-18T10:00:00Z");

    @Test
    void each_setting_that_differs_is_audited_with_what_it_was_and_is() {
        Settings settings = Settings.inMemory(Installation.FRESH, trail, () -> now);
        assertThat(settings.change(person(Role.ADMIN), OPEN)).isTrue();
        assertThat(audited)
                .containsExactlyInAnyOrder(
                        Map.of("setting", "registration", "from", "INVITATION", "to", "OPEN"),
                        Map.of("setting", "guest-days", "from", "90", "to", "60"));
        assertThat(settings.current()).isEqualTo(OPEN);
    }

    @Test
    void what_stays_as_it_is_is_no_news() {
        Settings settings = Settings.inMemory(OPEN, trail, () -> now);
        assertThat(settings.change(person(Role.ADMIN), OPEN)).isTrue();
        assertThat(audited).isEmpty();
    }

    @Test
    void nobody_but_an_admin_changes_anything() {
        Settings settings = Settings.inMemory(Installation.FRESH, trail, () -> now);
        assertThat(settings.change(person(Role.COACH), OPEN)).isFalse();
        assertThat(settings.change(person(Role.MEMBER), OPEN)).isFalse();
        assertThat(settings.current()).isEqualTo(Installation.FRESH);
        assertThat(audited).isEmpty();
    }

    @Test
    void another_nodes_change_is_seen_within_seconds_and_not_asked_for_at_each_request() {
        var store = new InMemorySettings(Installation.FRESH);
        var here = new Settings(store, trail, TransactionOperations.withoutTransaction(), () -> now);
        var there = new Settings(store, trail, TransactionOperations.withoutTransaction(), () -> now);
        assertThat(here.current()).isEqualTo(Installation.FRESH);
        there.change(person(Role.ADMIN), OPEN);
        now = now.plus(Settings.STALE_AFTER).minusMillis(1);
        assertThat(here.current()).isEqualTo(Installation.FRESH);
        now = now.plusMillis(1);
        assertThat(here.current()).isEqualTo(OPEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 366})
    void a_number_of_days_has_bounds(int days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Installation(Registration.OPEN, false, true, 60, 30, days));
    }

    private static Person person(Role role) {
        return new Person(
                new PersonId(UUID.randomUUID()), "Somebody", Optional.of("s@example.org"), role, ZoneOffset.UTC, false);
    }
}
