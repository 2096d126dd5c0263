package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InMemoryPersonStoreTest extends PersonStoreContract {
    private final PersonStore store = new InMemoryPersonStore();

    @Override
    PersonStore store() {
        return store;
    }

    @Test
    void at_first_there_is_no_admin() {
        assertThat(store.hasAdmin()).isFalse();
    }
}
