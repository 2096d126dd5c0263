package org.threeshift.core.entry;

class InMemoryThrottleStoreTest extends ThrottleStoreContract {
    private final ThrottleStore store = new InMemoryThrottleStore();

    @Override
    ThrottleStore store() {
        return store;
    }
}
