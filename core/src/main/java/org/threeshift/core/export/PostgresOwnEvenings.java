package org.threeshift.core.export;

import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.Person;

/** Practice evenings that somebody planned, or to which they were asked, with whom they met there. */
@Component
@Order(2)
final class PostgresOwnEvenings implements ExportPart {
    private final JdbcClient jdbc;

    PostgresOwnEvenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<ExportFile> of(Person person) {
        return Stream.of(ExportFile.text(
                "practice-evenings.json",
                jdbc.sql("""
                        select jsonb_pretty(coalesce(jsonb_agg(jsonb_build_object(
                                   'title', evening.title, 'note', evening.note, 'startsAt', evening.starts_at,
                                   'zone', evening.zone, 'state', evening.state, 'reason', evening.reason,
                                   'plannedBy', coach.name, 'yourAnswer', guest.answer, 'answeredAt', guest.answered_at,
                                   'away', guest.away,
                                   'youMet', (select coalesce(jsonb_agg(jsonb_build_object(
                                                         'slot', meeting.slot, 'room', meeting.room, 'with', other.name,
                                                         'youInterviewedFirst', meeting.first_id = :person)
                                                     order by meeting.slot), '[]')
                                                from evening_meeting as meeting
                                                join person as other
                                                  on other.id = case when meeting.first_id = :person then meeting.second_id
                                                                     else meeting.first_id end
                                               where meeting.evening_id = evening.id
                                                 and :person in (meeting.first_id, meeting.second_id)
                                                 and not meeting.off
                                                and exists (select
                                                              from interview
                                                             where interview.id = meeting.interview_id
                                                               and interview.phase in ('LIVE', 'DEBRIEFING', 'PUBLISHED'))))
                                   order by evening.starts_at), '[]'))
                          from evening
                          join person as coach on coach.id = evening.coach_id
                          left join evening_guest as guest on guest.evening_id = evening.id and guest.person_id = :person
                         where evening.coach_id = :person
                            or guest.person_id is not null
                        """)
                        .param("person", person.id().value())
                        .query(String.class)
                        .single(),
                Sentences.text("about.practice-evenings")));
    }
}
