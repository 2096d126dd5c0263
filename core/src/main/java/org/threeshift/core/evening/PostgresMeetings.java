package org.threeshift.core.evening;

import static org.threeshift.core.evening.PostgresEvenings.id;
import static org.threeshift.core.evening.PostgresEvenings.ids;
import static org.threeshift.core.evening.PostgresEvenings.instant;
import static org.threeshift.core.evening.PostgresEvenings.person;
import static org.threeshift.core.evening.PostgresEvenings.texts;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.evening.PostgresElsewhere.Taken;
import org.threeshift.core.evening.plan.Meeting;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** The meetings of plans, with what became of their interviews. */
@Component
class PostgresMeetings {
    private static final String SITTINGS = """
            select meeting.id, meeting.slot, meeting.room, meeting.first_id, meeting.second_id, meeting.interview_id,
                   first.starts_at, coalesce(first.phase, 'CANCELLED') as phase, second.id as second_interview,
                   coalesce(second.phase, '') as second_phase
              from evening_meeting as meeting
              left join interview as first on first.id = meeting.interview_id
              left join exchange on exchange.first = meeting.interview_id
              left join interview as second on second.id = exchange.second
             where meeting.evening_id = :evening
               and not meeting.off
             order by meeting.slot, meeting.room
            """;

    private final JdbcClient jdbc;

    PostgresMeetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What stands of the plan. */
    List<Sitting> sittings(EveningId evening) {
        return jdbc.sql(SITTINGS)
                .param("evening", evening.value())
                .query((row, number) -> new Sitting(
                        row.getObject("id", UUID.class),
                        new Meeting(
                                row.getInt("slot"),
                                row.getInt("room"),
                                person(row, "first_id"),
                                person(row, "second_id")),
                        new InterviewId(row.getObject("interview_id", UUID.class)),
                        Optional.ofNullable(row.getObject("starts_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getString("phase"),
                        Optional.ofNullable(row.getObject("second_interview", UUID.class))
                                .map(InterviewId::new),
                        row.getString("second_phase")))
                .list();
    }

    /** @param asked whether the reader is on its list */
    record Part(EveningId evening, CohortId cohort, boolean asked) {}

    /** The evening of which an interview is half a meeting, or was until another plan replaced it. */
    Optional<Part> part(InterviewId interview, PersonId reader) {
        return jdbc.sql("""
                select evening.id, evening.cohort_id,
                       exists (select
                                 from evening_guest as guest
                                where guest.evening_id = evening.id
                                  and guest.person_id = :reader) as asked
                  from evening_meeting as meeting
                  join evening on evening.id = meeting.evening_id
                 where meeting.interview_id in (select cast(:interview as uuid)
                                                union all
                                                select exchange.first from exchange where exchange.second = :interview)
                """)
                .param("interview", interview.value())
                .param("reader", reader.value())
                .query((row, number) -> new Part(
                        id(row, number), new CohortId(row.getObject("cohort_id", UUID.class)), row.getBoolean("asked")))
                .optional();
    }

    /** A new meeting, before there is an interview. */
    record Row(UUID id, Meeting meeting, InterviewId interview) {}

    /** @param held what each is held on, by its id */
    void add(EveningId evening, List<Row> rows, Map<UUID, MeetingQuestions> held) {
        jdbc.sql("""
                insert into evening_meeting (id, evening_id, slot, room, first_id, second_id, interview_id, questions)
                select id, :evening, slot, room, first_id, second_id, interview_id, string_to_array(nullif(questions, ''), ' ')
                  from unnest(cast(:ids as uuid[]), cast(:slots as smallint[]), cast(:rooms as smallint[]), cast(:firsts as uuid[]),
                              cast(:seconds as uuid[]), cast(:interviews as uuid[]), cast(:questions as text[]))
                       as made (id, slot, room, first_id, second_id, interview_id, questions)
                """)
                .param("evening", evening.value())
                .param("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .param("slots", numbers(rows, Meeting::slot))
                .param("rooms", numbers(rows, Meeting::room))
                .param(
                        "firsts",
                        ids(rows.stream().map(row -> row.meeting().first()).toList()))
                .param(
                        "seconds",
                        ids(rows.stream().map(row -> row.meeting().second()).toList()))
                .param(
                        "interviews",
                        rows.stream().map(row -> row.interview().value()).toArray(UUID[]::new))
                .param(
                        "questions",
                        rows.stream()
                                .map(row -> Optional.ofNullable(held.get(row.id()))
                                        .map(questions -> String.join(" ", questions.all()))
                                        .orElse(""))
                                .toArray(String[]::new))
                .update();
    }

    private static Integer[] numbers(List<Row> rows, Function<Meeting, Integer> number) {
        return rows.stream().map(row -> number.apply(row.meeting())).toArray(Integer[]::new);
    }

    /** @param sittings as they were before: those that were ahead then are replaced by what comes now, the others were off already */
    void takeOff(Collection<Sitting> sittings) {
        jdbc.sql("""
                update evening_meeting
                   set off = true, replaced = id = any (cast(:ahead as uuid[]))
                 where id = any (cast(:ids as uuid[]))
                """)
                .param("ids", sittings.stream().map(Sitting::id).toArray(UUID[]::new))
                .param(
                        "ahead",
                        sittings.stream()
                                .filter(Sitting::ahead)
                                .map(Sitting::id)
                                .toArray(UUID[]::new))
                .update();
    }

    /** When these people have what has begun there: as long as it was planned for, or shorter where it is over. */
    List<Taken> begun(EveningId evening, Collection<PersonId> people) {
        return jdbc.sql("""
                select person.person_id, appointment.starts_at, appointment.ends_at
                  from evening_meeting as meeting
                  join interview on interview.id = meeting.interview_id
                  join appointment on appointment.interview_id = meeting.interview_id
                  join appointment_person as person on person.appointment_id = appointment.id
                 where meeting.evening_id = :evening
                   and interview.phase not in ('SCHEDULED', 'CANCELLED')
                   and person.person_id = any (cast(:people as uuid[]))
                """)
                .param("evening", evening.value())
                .param("people", ids(people))
                .query((row, number) -> new Taken(
                        person(row, "person_id"), new Span(instant(row, "starts_at"), instant(row, "ends_at"))))
                .list();
    }

    /** Another room for meetings that stay; none of the rooms is taken in between. */
    void move(Map<Sitting, Integer> rooms) {
        List<Sitting> sittings = List.copyOf(rooms.keySet());
        UUID[] ids = sittings.stream().map(Sitting::id).toArray(UUID[]::new);
        jdbc.sql("update evening_meeting set off = true where id = any (cast(:ids as uuid[]))")
                .param("ids", ids)
                .update();
        jdbc.sql("""
                update evening_meeting
                   set room = moved.room, off = false
                  from unnest(cast(:ids as uuid[]), cast(:rooms as smallint[])) as moved (id, room)
                 where evening_meeting.id = moved.id
                """)
                .param("ids", ids)
                .param(
                        "rooms",
                        sittings.stream().map(one -> rooms.getOrDefault(one, 1)).toArray(Integer[]::new))
                .update();
    }

    /** To what the questions of a meeting are limited, by the id of its first half; nothing of any other interview. */
    Map<InterviewId, Set<String>> limits(Collection<InterviewId> firstHalves) {
        Map<InterviewId, Set<String>> limits = new HashMap<>();
        jdbc.sql("""
                select meeting.interview_id, coalesce(meeting.questions, slot.questions) as questions
                  from evening_meeting as meeting
                  join evening_slot as slot on slot.evening_id = meeting.evening_id and slot.slot = meeting.slot
                 where meeting.interview_id = any (cast(:interviews as uuid[]))
                """)
                .param(
                        "interviews",
                        firstHalves.stream().map(InterviewId::value).toArray(UUID[]::new))
                .query(row -> {
                    limits.put(
                            new InterviewId(row.getObject("interview_id", UUID.class)),
                            Set.copyOf(texts(row, "questions")));
                });
        return limits;
    }

    /** The first half of the meeting to which an interview belongs, as either half. */
    Optional<InterviewId> firstHalf(InterviewId half) {
        return jdbc.sql("""
                select interview_id
                  from evening_meeting
                 where interview_id = :half
                 union
                select meeting.interview_id
                  from exchange
                  join evening_meeting as meeting on meeting.interview_id = exchange.first
                 where exchange.second = :half
                """)
                .param("half", half.value())
                .query((row, number) -> new InterviewId(row.getObject("interview_id", UUID.class)))
                .optional();
    }
}
