package org.threeshift.core.interview;

import org.junit.jupiter.api.AutoClose;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.people.PersonId;

class PostgresInterviewIndexIT extends InterviewIndexContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private final InterviewLog log = new PostgresInterviewLog(database.jdbcClient());
    private final InterviewIndex index = new PostgresInterviewIndex(database.jdbcClient());
    private final StoredRows rows = new StoredRows(database.jdbcClient());

    @Override
    InterviewLog log() {
        return log;
    }

    @Override
    InterviewIndex index() {
        return index;
    }

    @Override
    PersonId person() {
        return rows.somebody();
    }
}
