package org.threeshift.core.exchange;

import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;

class InMemoryExchangesTest extends ExchangeStoreContract {
    private final ExchangeStore store = new InMemoryExchanges();

    @Override
    ExchangeStore store() {
        return store;
    }

    @Override
    InterviewId interview() {
        return new InterviewId(UUID.randomUUID());
    }
}
