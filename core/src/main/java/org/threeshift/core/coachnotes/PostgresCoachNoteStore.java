package org.threeshift.core.coachnotes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.coachnotes.CoachNote.Wording;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresCoachNoteStore implements CoachNoteStore {
    private final JdbcClient jdbc;

    PostgresCoachNoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(UUID id, PersonId author, PersonId candidate, String text, Instant at) {
        jdbc.sql("""
                with note as (
                    insert into coach_note (id, author, candidate, written_at)
                    values (:id, :author, :candidate, :at)
                    returning id)
                insert into coach_note_wording (note_id, number, text, at)
                select id, 1, :text, :at from note
                """)
                .param("id", id)
                .param("author", author.value())
                .param("candidate", candidate.value())
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean reword(UUID id, PersonId author, String text, Instant at) {
        return jdbc.sql("""
                        with note as (
                            select id from coach_note where id = :id and author = :author for update)
                        insert into coach_note_wording (note_id, number, text, at)
                        select note.id, (select max(number) + 1 from coach_note_wording where note_id = note.id), :text, :at
                          from note
                        """)
                        .param("id", id)
                        .param("author", author.value())
                        .param("text", text)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public boolean share(UUID id, PersonId author, Optional<Instant> since) {
        return jdbc.sql("""
                        update coach_note
                           set shared_at = :since
                         where id = :id
                           and author = :author
                        """)
                        .param("id", id)
                        .param("author", author.value())
                        .param(
                                "since",
                                since.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                        .update()
                == 1;
    }

    @Override
    public boolean delete(UUID id, PersonId author) {
        return jdbc.sql("""
                        delete from coach_note where id = :id and author = :author
                        """).param("id", id).param("author", author.value()).update() == 1;
    }

    @Override
    public List<CoachNote> of(PersonId author, PersonId candidate) {
        return notes(jdbc.sql("""
                select note.id, note.author, note.candidate, note.written_at, note.shared_at, wording.text, wording.at
                  from coach_note as note
                  join coach_note_wording as wording on wording.note_id = note.id
                 where note.author = :author
                   and note.candidate = :candidate
                 order by note.written_at desc, note.id desc, wording.number
                """).param("author", author.value()).param("candidate", candidate.value()));
    }

    @Override
    public List<CoachNote> about(PersonId candidate) {
        return notes(jdbc.sql("""
                select note.id, note.author, note.candidate, note.written_at, note.shared_at, wording.text, wording.at
                  from coach_note as note
                  join coach_note_wording as wording on wording.note_id = note.id
                 where note.candidate = :candidate
                 order by note.written_at, note.id, wording.number
                """).param("candidate", candidate.value()));
    }

    private static List<CoachNote> notes(JdbcClient.StatementSpec query) {
        Map<UUID, CoachNote> heads = new LinkedHashMap<>();
        Map<UUID, List<Wording>> wordings = new LinkedHashMap<>();
        query.query(row -> {
            UUID id = row.getObject("id", UUID.class);
            heads.putIfAbsent(
                    id,
                    new CoachNote(
                            id,
                            new PersonId(row.getObject("author", UUID.class)),
                            new PersonId(row.getObject("candidate", UUID.class)),
                            at(row, "written_at"),
                            Optional.ofNullable(row.getObject("shared_at", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant),
                            List.of()));
            wordings.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Wording(row.getString("text"), at(row, "at")));
        });
        return heads.values().stream()
                .map(head -> new CoachNote(
                        head.id(),
                        head.author(),
                        head.candidate(),
                        head.writtenAt(),
                        head.sharedAt(),
                        wordings.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
