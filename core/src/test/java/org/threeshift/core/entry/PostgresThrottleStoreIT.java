package org.threeshift.core.entry;

import org.junit.jupiter.api.AutoClose;
import org.threeshift.core.database.TestDatabase;

class PostgresThrottleStoreIT extends ThrottleStoreContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @Override
    ThrottleStore store() {
        return new PostgresThrottleStore(database.jdbcClient());
    }
}
