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
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.evening.Guest.Answer;
import org.threeshift.core.evening.plan.Meeting;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Practice evenings in PostgreSQL. */
@Component
class PostgresEvenings {
    static final String COLUMNS = """
            evening.id, evening.cohort_id, evening.coach_id, evening.title, evening.note, evening.starts_at, evening.ends_at,
            evening.zone, evening.wall_clock, evening.utc_offset, evening.slot_minutes, evening.break_minutes, evening.slots,
            evening.rooms, evening.bank_id, evening.rounds, evening.state, evening.reason, evening.version,
            evening.changed_at
            """;

    private static final String EVENINGS = "select " + COLUMNS + " from evening ";

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

    /** An evening with how its reader stands to it, who is asked or plans it. */
    record Own(Evening evening, Optional<Answer> answer, boolean away) {}

    /** To which somebody was asked and that are not over, the next one first. */
    List<Own> of(PersonId person, Instant now) {
        return jdbc.sql("select " + COLUMNS + """
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
    List<Guest> guests(EveningId evening) {
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

    private static EveningId id(ResultSet row, int number) throws SQLException {
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

    /** Somebody's time that is taken already. */
    record Taken(PersonId person, Span span) {}

    /** What of these people lies in that time: appointments, and interviews in which they have a chair, but of this evening. */
    List<Taken> taken(Collection<PersonId> people, Span span, EveningId except) {
        return jdbc.sql("""
                select taken.person_id, taken.starts_at, taken.ends_at
                  from (select person.person_id, appointment.starts_at, appointment.ends_at, appointment.interview_id
                          from appointment_person as person
                          join appointment on appointment.id = person.appointment_id
                         where person.person_id = any (cast(:people as uuid[]))
                           and person.span && tstzrange(:from, :until)
                         union
                        select participant.person_id, interview.starts_at,
                               interview.starts_at + make_interval(mins => interview.minutes), interview.id
                          from participant
                          join interview on interview.id = participant.interview_id
                         where participant.person_id = any (cast(:people as uuid[]))
                           and participant.seat in ('CANDIDATE', 'INTERVIEWER')
                           and interview.phase in ('SCHEDULED', 'LIVE')
                           and not exists (select
                                             from appointment
                                             join appointment_person as person on person.appointment_id = appointment.id
                                            where appointment.interview_id = interview.id
                                              and person.person_id = participant.person_id)
                           and interview.starts_at < :until
                           and interview.starts_at + make_interval(mins => interview.minutes) > :from) as taken
                 where not exists (select
                                     from evening_meeting as meeting
                                     left join exchange on exchange.first = meeting.interview_id
                                    where taken.interview_id in (meeting.interview_id, exchange.second)
                                      and meeting.evening_id = :except)
                 order by taken.person_id, taken.starts_at
                """)
                .param("people", ids(people))
                .param("from", utc(span.from()))
                .param("until", utc(span.until()))
                .param("except", except.value())
                .query((row, number) -> new Taken(
                        person(row, "person_id"), new Span(instant(row, "starts_at"), instant(row, "ends_at"))))
                .list();
    }

    /** Interviews on a bank in which these people are yet to be asked, or whose scorecard is not published. */
    Map<InterviewId, PersonId> yetToBeAsked(Collection<PersonId> people, String bank, Instant since) {
        Map<InterviewId, PersonId> found = new HashMap<>();
        jdbc.sql("""
                select interview.id, interview.candidate
                  from interview
                  join person on person.id = interview.candidate
                 where interview.candidate = any (cast(:people as uuid[]))
                   and interview.phase in ('SCHEDULED', 'LIVE', 'DEBRIEFING')
                   and interview.bank_id = :bank
                   and interview.starts_at > :since
                   and person.role = 'MEMBER'
                """)
                .param("people", ids(people))
                .param("bank", bank)
                .param("since", utc(since))
                .query(row -> {
                    found.put(new InterviewId(row.getObject("id", UUID.class)), person(row, "candidate"));
                });
        return found;
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

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("answer")).map(Answer::valueOf);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static PersonId person(ResultSet row, String column) throws SQLException {
        return new PersonId(row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
