package org.threeshift.core.evening;

import static org.threeshift.core.evening.PostgresEvenings.evening;
import static org.threeshift.core.evening.PostgresEvenings.ids;
import static org.threeshift.core.evening.PostgresEvenings.person;
import static org.threeshift.core.evening.PostgresEvenings.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.evening.Guest.Answer;
import org.threeshift.core.people.PersonId;

/** Who is asked to evenings, and what they said, as long as they are in its cohort. */
@Component
class PostgresGuestLists {
    /** Whether a guest is in the cohort as it is now: they may have left it since they were asked. */
    static final String MEMBER = """
            exists (select
                      from cohort_member as member
                      join cohort on cohort.id = member.cohort_id
                     where member.cohort_id = evening.cohort_id
                       and member.person_id = guest.person_id
                       and member.agreed_at is not null
                       and member.ended_at is null
                       and cohort.archived_at is null)""";

    private final JdbcClient jdbc;

    PostgresGuestLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An evening with how its reader stands to it, who is asked or plans it. */
    record Own(Evening evening, Optional<Answer> answer, boolean away) {}

    /** To which somebody was asked and that are not over, the next one first. */
    List<Own> of(PersonId person, Instant now) {
        return jdbc.sql("select " + PostgresEvenings.COLUMNS + """
                       , guest.answer, guest.away
                  from evening_guest as guest
                  join evening on evening.id = guest.evening_id
                 where guest.person_id = :person
                   and evening.ends_at > :now
                   and\s""" + MEMBER + """

                 order by evening.starts_at, evening.id
                """)
                .param("person", person.value())
                .param("now", utc(now))
                .query((row, number) -> new Own(evening(row, number), answer(row), row.getBoolean("away")))
                .list();
    }

    /** Who was asked and is still in the cohort. */
    List<Guest> of(EveningId evening) {
        return jdbc.sql("""
                select guest.person_id, guest.answer, guest.away, guest.since
                  from evening_guest as guest
                  join evening on evening.id = guest.evening_id
                 where guest.evening_id = :evening
                   and\s""" + MEMBER + """

                 order by guest.person_id
                """)
                .param("evening", evening.value())
                .query((row, number) ->
                        new Guest(person(row, "person_id"), answer(row), row.getBoolean("away"), row.getInt("since")))
                .list();
    }

    /** @return who of them was not asked before */
    List<PersonId> ask(EveningId evening, Collection<PersonId> people) {
        return jdbc.sql("""
                insert into evening_guest (evening_id, person_id)
                select :evening, person_id
                  from unnest(cast(:people as uuid[])) as person_id
                    on conflict do nothing
                returning person_id
                """)
                .param("evening", evening.value())
                .param("people", ids(people))
                .query((row, number) -> person(row, "person_id"))
                .list();
    }

    void save(EveningId evening, Guest guest, Instant at) {
        jdbc.sql("""
                update evening_guest
                   set answer = :answer,
                       answered_at = case when answer is distinct from :answer then :at else answered_at end,
                       away = :away,
                       since = :since
                 where evening_id = :evening
                   and person_id = :person
                """)
                .param("evening", evening.value())
                .param("person", guest.person().value())
                .param("answer", guest.answer().map(Answer::name).orElse(null))
                .param("away", guest.away())
                .param("since", guest.since())
                .param("at", utc(at))
                .update();
    }

    /** Whatever was said, and who was marked as away, counts no more. */
    void askAgain(EveningId evening) {
        jdbc.sql("""
                update evening_guest
                   set answer = null, answered_at = null, away = false, since = 1
                 where evening_id = :evening
                """).param("evening", evening.value()).update();
    }

    void remove(EveningId evening, PersonId person) {
        jdbc.sql("delete from evening_guest where evening_id = :evening and person_id = :person")
                .param("evening", evening.value())
                .param("person", person.value())
                .update();
    }

    /** Of an evening, who was asked and is in its cohort no more. */
    List<Guest> gone(EveningId evening) {
        return jdbc.sql("""
                select guest.person_id, guest.answer, guest.away, guest.since
                  from evening_guest as guest
                  join evening on evening.id = guest.evening_id
                 where guest.evening_id = :evening
                   and not\s""" + MEMBER + """

                 order by guest.person_id
                """)
                .param("evening", evening.value())
                .query((row, number) ->
                        new Guest(person(row, "person_id"), answer(row), row.getBoolean("away"), row.getInt("since")))
                .list();
    }

    /** Which are not over and have somebody on their list who is in the cohort no more, or a meeting ahead that must not be. */
    List<EveningId> astray(Instant now) {
        return jdbc.sql("""
                select evening.id
                  from evening
                 where evening.ends_at > :now
                   and evening.state <> 'CALLED_OFF'
                   and (exists (select
                                  from evening_guest as guest
                                 where guest.evening_id = evening.id
                                   and not\s""" + MEMBER + """
                                   )
                        or exists (select
                                     from evening_meeting as meeting
                                     join interview on interview.id = meeting.interview_id
                                     join person_block on (person_block.person_id = meeting.first_id
                                                           and person_block.other_id = meeting.second_id)
                                                       or (person_block.person_id = meeting.second_id
                                                           and person_block.other_id = meeting.first_id)
                                    where meeting.evening_id = evening.id
                                      and not meeting.off
                                      and interview.phase = 'SCHEDULED'
                                      and interview.starts_at > :now))
                 order by evening.id
                """)
                .param("now", utc(now))
                .query(PostgresEvenings::id)
                .list();
    }

    /** Which are not over and to which all of these were asked. */
    List<EveningId> with(Collection<PersonId> people, Instant now) {
        return jdbc.sql("""
                select evening.id
                  from evening
                  join evening_guest as guest on guest.evening_id = evening.id
                 where guest.person_id = any (cast(:people as uuid[]))
                   and evening.ends_at > :now
                   and evening.state <> 'CALLED_OFF'
                 group by evening.id
                having count(*) = :many
                 order by evening.id
                """)
                .param("people", ids(people))
                .param("many", people.size())
                .param("now", utc(now))
                .query(PostgresEvenings::id)
                .list();
    }

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("answer")).map(Answer::valueOf);
    }
}
