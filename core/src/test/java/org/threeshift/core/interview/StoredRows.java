package org.threeshift.core.interview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Reads back the rows that the log has written beside the events. */
record StoredRows(JdbcClient jdbc) {

    /** An account, because the rows refer to people. */
    PersonId somebody() {
        PersonId person = new PersonId(UUID.randomUUID());
        enrol(person);
        return person;
    }

    void enrol(PersonId person) {
        jdbc.sql("""
                        insert into person (id, name, email, role, zone, guest, created_at)
                        values (:id, 'Somebody', :email, 'COACH', 'UTC', false, now())
                        """)
                .param("id", person.value())
                .param("email", person.value() + "@example.org")
                .update();
    }

    Projection of(InterviewId interview) {
        return new Projection(
                rows("interview", "id", interview, StoredRows::header),
                rows(
                        "participant",
                        "interview_id",
                        interview,
                        (row, _) -> new Projection.Participant(uuid(row, "person_id"), row.getString("seat"))),
                rows(
                        "sheet",
                        "interview_id",
                        interview,
                        (row, _) -> new Projection.SheetRow(
                                uuid(row, "interviewer"),
                                instant(row, "locked_at"),
                                Optional.ofNullable(row.getString("verdict")),
                                Optional.ofNullable(row.getString("summary")),
                                row.getInt("amendments"))),
                rows(
                        "rating",
                        "interview_id",
                        interview,
                        (row, _) -> new Projection.Rating(
                                uuid(row, "interviewer"),
                                row.getString("question_id"),
                                row.getString("shift"),
                                level(row))),
                rows(
                        "trap_judgement",
                        "interview_id",
                        interview,
                        (row, _) -> new Projection.Trap(
                                uuid(row, "interviewer"),
                                row.getString("question_id"),
                                row.getString("trap_id"),
                                row.getString("judgement"))),
                rows(
                        "self_rating",
                        "interview_id",
                        interview,
                        (row, _) -> new Projection.SelfLevel(
                                row.getString("question_id"), row.getString("shift"), level(row))));
    }

    private <T> Set<T> rows(String table, String key, InterviewId interview, RowMapper<T> mapper) {
        return Set.copyOf(jdbc.sql("select * from %s where %s = :id".formatted(table, key))
                .param("id", interview.value())
                .query(mapper)
                .list());
    }

    private static Projection.Header header(ResultSet row, int number) throws SQLException {
        return new Projection.Header(
                row.getString("kind"),
                row.getString("phase"),
                uuid(row, "host"),
                Optional.ofNullable(row.getObject("candidate", UUID.class)),
                row.getString("invitee"),
                row.getString("bank_id"),
                row.getInt("bank_version"),
                row.getString("round_id"),
                row.getString("title"),
                row.getInt("minutes"),
                instant(row, "starts_at").orElseThrow(),
                row.getString("zone"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                instant(row, "published_at"),
                instant(row, "cancelled_at"),
                Optional.ofNullable(row.getString("no_show")));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OptionalInt level(ResultSet row) throws SQLException {
        int level = row.getInt("level");
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(level);
    }
}
