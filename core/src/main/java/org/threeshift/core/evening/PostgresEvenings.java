package org.threeshift.core.evening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.hours.Span;
import org.threeshift.core.people.PersonId;

/** Practice evenings in PostgreSQL, with the questions of their slots. */
@Component
class PostgresEvenings {
    static final String COLUMNS = """
            evening.id, evening.cohort_id, evening.coach_id, evening.title, evening.note, evening.starts_at, evening.ends_at,
            evening.zone, evening.wall_clock, evening.utc_offset, evening.slot_minutes, evening.break_minutes, evening.slots,
            evening.rooms, evening.bank_id, evening.rounds, evening.state, evening.reason, evening.version,
            evening.changed_at
            """;

    private static final String EVENINGS = "select " + COLUMNS + " from evening ";

    private final JdbcClient jdbc;

    PostgresEvenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Evening evening) {
        values(jdbc.sql("""
                insert into evening (id, cohort_id, coach_id, title, note, starts_at, ends_at, zone, wall_clock, utc_offset,
                                     slot_minutes, break_minutes, slots, rooms, bank_id, rounds, state, reason, version, changed_at)
                values (:id, :cohort, :coach, :title, :note, :from, :until, :zone, :clock, :offset, :minutes, :break, :slots, :rooms,
                        :bank, :rounds, :state, :reason, :version, :changed)
                """), evening)
                .param("cohort", evening.cohort().value())
                .param("coach", evening.coach().value())
                .update();
    }

    void save(Evening evening) {
        values(jdbc.sql("""
                update evening
                   set title = :title, note = :note, starts_at = :from, ends_at = :until, zone = :zone, wall_clock = :clock,
                       utc_offset = :offset, slot_minutes = :minutes, break_minutes = :break, slots = :slots, rooms = :rooms,
                       bank_id = :bank, rounds = :rounds, state = :state, reason = :reason, version = :version,
                       changed_at = :changed
                 where id = :id
                """), evening).update();
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, Evening evening) {
        Agreed agreed = evening.agreed();
        Shape shape = evening.shape();
        return statement
                .param("id", evening.id().value())
                .param("title", evening.title())
                .param("note", evening.note())
                .param("from", utc(agreed.span().from()))
                .param("until", utc(agreed.span().until()))
                .param("zone", agreed.zone().getId())
                .param("clock", agreed.wallClock())
                .param("offset", agreed.offset().getTotalSeconds())
                .param("minutes", shape.slotMinutes())
                .param("break", shape.breakMinutes())
                .param("slots", shape.slots())
                .param("rooms", shape.rooms())
                .param("bank", shape.bank())
                .param("rounds", shape.rounds().toArray(String[]::new))
                .param("state", evening.state().name())
                .param("reason", evening.reason())
                .param("version", evening.version())
                .param("changed", utc(evening.changedAt()));
    }

    Optional<Evening> find(EveningId id) {
        return jdbc.sql(EVENINGS + " where evening.id = :id")
                .param("id", id.value())
                .query(PostgresEvenings::evening)
                .optional();
    }

    /** As above, and nobody else changes it until the transaction ends. */
    Optional<Evening> lock(EveningId id) {
        return jdbc.sql("select id from evening where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .flatMap(locked -> find(id));
    }

    /** The next and the last ones of a cohort, the last to begin first. */
    List<Evening> of(CohortId cohort, int limit) {
        return jdbc.sql(EVENINGS + """
                 where evening.cohort_id = :cohort
                 order by evening.starts_at desc, evening.id
                 limit :limit
                """)
                .param("cohort", cohort.value())
                .param("limit", limit)
                .query(PostgresEvenings::evening)
                .list();
    }

    static EveningId id(ResultSet row, int number) throws SQLException {
        return new EveningId(row.getObject("id", UUID.class));
    }

    Map<Integer, List<String>> decks(EveningId evening) {
        Map<Integer, List<String>> decks = new HashMap<>();
        jdbc.sql("select slot, questions from evening_slot where evening_id = :evening")
                .param("evening", evening.value())
                .query(row -> {
                    decks.put(row.getInt("slot"), texts(row, "questions"));
                });
        return decks;
    }

    void deal(EveningId evening, List<List<String>> decks) {
        jdbc.sql("delete from evening_slot where evening_id = :evening")
                .param("evening", evening.value())
                .update();
        for (int index = 0; index < decks.size(); index++) {
            jdbc.sql("insert into evening_slot (evening_id, slot, questions) values (:evening, :slot, :questions)")
                    .param("evening", evening.value())
                    .param("slot", index + 1)
                    .param("questions", decks.get(index).toArray(String[]::new))
                    .update();
        }
    }

    int removeBefore(Instant moment) {
        return jdbc.sql("delete from evening where ends_at < :moment")
                .param("moment", utc(moment))
                .update();
    }

    /** Should a country have changed its clocks, at the hour that they now show: its meetings are moved there too. */
    static Evening evening(ResultSet row, int number) throws SQLException {
        Agreed agreed = agreed(row).by(ZoneId.of(row.getString("zone")).getRules());
        var shape = new Shape(
                row.getInt("slot_minutes"),
                row.getInt("break_minutes"),
                row.getInt("slots"),
                row.getInt("rooms"),
                row.getString("bank_id"),
                texts(row, "rounds"));
        return new Evening(
                new EveningId(row.getObject("id", UUID.class)),
                new CohortId(row.getObject("cohort_id", UUID.class)),
                person(row, "coach_id"),
                row.getString("title"),
                row.getString("note"),
                agreed,
                shape,
                Evening.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("version"),
                instant(row, "changed_at"));
    }

    private static Agreed agreed(ResultSet row) throws SQLException {
        return new Agreed(
                new Span(instant(row, "starts_at"), instant(row, "ends_at")),
                ZoneId.of(row.getString("zone")),
                row.getObject("wall_clock", LocalDateTime.class),
                ZoneOffset.ofTotalSeconds(row.getInt("utc_offset")));
    }

    /** What was agreed on of those that are ahead, as it was, whatever became of clocks since. */
    Map<EveningId, Agreed> ahead(Instant now) {
        Map<EveningId, Agreed> ahead = new HashMap<>();
        jdbc.sql("""
                select id, starts_at, ends_at, zone, wall_clock, utc_offset
                  from evening
                 where ends_at > :now
                   and starts_at > :now
                   and state <> 'CALLED_OFF'
                """).param("now", utc(now)).query(row -> {
            ahead.put(new EveningId(row.getObject("id", UUID.class)), agreed(row));
        });
        return ahead;
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static PersonId person(ResultSet row, String column) throws SQLException {
        return new PersonId(row.getObject(column, UUID.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
