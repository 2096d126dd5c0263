package org.threeshift.core.export;

import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.Person;

/** Sessions that somebody booked or was booked for, and a coach's pages. Answers are their writer's: a coach's file holds none. */
@Component
@Order(2)
final class PostgresOwnBookings implements ExportPart {
    private final JdbcClient jdbc;

    PostgresOwnBookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<ExportFile> of(Person person) {
        return Stream.of(file("booked-sessions", """
                select jsonb_pretty(coalesce(jsonb_agg(jsonb_build_object(
                           'interview', booking.interview_id, 'kind', coalesce(session_kind.name, interview.title), 'minutes', booking.minutes,
                           'bookedAt', booking.booked_at,
                           'as', case when booking.candidate = :person then 'candidate' else 'coach' end,
                           'answers', case when booking.candidate = :person then
                               (select coalesce(jsonb_agg(jsonb_build_object('question', question, 'answer', answer) order by place), '[]')
                                  from booking_answer
                                 where booking_answer.interview_id = booking.interview_id)
                           end) order by booking.booked_at), '[]'))
                  from booking
                  join interview on interview.id = booking.interview_id
                  left join session_kind on session_kind.id = booking.kind_id
                 where booking.candidate = :person
                    or booking.coach = :person
                """, person), file("booking-pages", """
                select jsonb_pretty(coalesce(jsonb_agg(jsonb_build_object(
                           'address', booking_page.slug, 'title', booking_page.title, 'intro', booking_page.intro,
                           'audience', booking_page.audience, 'open', booking_page.open,
                           'kinds', (select coalesce(jsonb_agg(jsonb_build_object(
                                                'name', name, 'minutes', minutes, 'price', price, 'description', description,
                                                'questions', (select coalesce(jsonb_agg(text order by session_question.place), '[]')
                                                                from session_question
                                                               where session_question.kind_id = session_kind.id))
                                            order by place), '[]')
                                       from session_kind
                                      where session_kind.page_id = booking_page.id)) order by booking_page.made_at), '[]'))
                  from booking_page
                 where booking_page.owner = :person
                """, person));
    }

    private ExportFile file(String name, String select, Person person) {
        return ExportFile.text(
                name + ".json",
                jdbc.sql(select)
                        .param("person", person.id().value())
                        .query(String.class)
                        .single(),
                Sentences.text("about." + name));
    }
}
