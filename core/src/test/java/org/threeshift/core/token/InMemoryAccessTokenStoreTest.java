package org.threeshift.core.token;

import java.util.UUID;
import org.threeshift.core.people.PersonId;

class InMemoryAccessTokenStoreTest extends AccessTokenStoreContract {
    private final AccessTokenStore store = new InMemoryAccessTokenStore();

    @Override
    AccessTokenStore store() {
        return store;
    }

    @Override
    PersonId somebody() {
        return new PersonId(UUID.randomUUID());
    }
}
