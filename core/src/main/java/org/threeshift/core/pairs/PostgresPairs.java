package org.threeshift.core.pairs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.model.Decline;
import org.threeshift.core.pairs.model.Origin;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairState;
import org.threeshift.core.pairs.model.PairState.Cancelled;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.pairs.model.PairState.HalfConfirmed;
import org.threeshift.core.pairs.model.PairState.Kept;
import org.threeshift.core.pairs.model.PairState.Missed;
import org.threeshift.core.pairs.model.PairState.Proposed;
import org.threeshift.core.pairs.model.PairState.Released;
import org.threeshift.core.pairs.model.PairState.Undecided;
import org.threeshift.core.pairs.model.PairState.Why;
import org.threeshift.core.pairs.model.PairState.Wish;
import org.threeshift.core.people.PersonId;

/** Pairs in PostgreSQL. That nobody waits in two pairs at once is a constraint there. */
@Component
class PostgresPairs {
    private static final String PAIRS = """
            select pair.id, pair.origin, pair.draw_id, pair.first_id, pair.made_at, pair.starts_at, pair.ends_at, pair.confirm_by,
                   pair.why, pair.state, pair.over_why, pair.wish_seat, pair.wish_from, pair.wish_until, pair.changed_at,
                   one.person_id as one, one.confirmed_at is not null as one_confirmed, one.had_part as one_part, one.late as one_late,
                   other.person_id as other, other.had_part as other_part, other.late as other_late
              from pair
              join pair_person as one on one.pair_id = pair.id and one.seat = 1
              join pair_person as other on other.pair_id = pair.id and other.seat = 2
            """;

    private final JdbcClient jdbc;

    PostgresPairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps new pairs, except those of which one of the two waits in another pair of the same origin by now.
     *
     * @return the ids of those that are kept
     */
    Set<PairId> add(List<PairRow> made) {
        if (made.isEmpty()) {
            return Set.of();
        }
        UUID[] ids = made.stream().map(row -> row.pair().id().value()).toArray(UUID[]::new);
        jdbc.sql("""
                insert into pair (id, origin, draw_id, first_id, made_at, starts_at, ends_at, confirm_by, why, state, changed_at)
                select id, origin, draw_id, first_id, made_at, starts_at, ends_at, confirm_by, why, 'PROPOSED', made_at
                  from unnest(cast(:ids as uuid[]), cast(:origins as text[]), cast(:draws as uuid[]), cast(:firsts as uuid[]),
                              cast(:made as timestamptz[]), cast(:starts as timestamptz[]), cast(:ends as timestamptz[]),
                              cast(:confirm as timestamptz[]), cast(:whys as text[]))
                       as made (id, origin, draw_id, first_id, made_at, starts_at, ends_at, confirm_by, why)
                """)
                .param("ids", ids)
                .param("origins", texts(made, row -> row.pair().origin().name()))
                .param("draws", made.stream().map(PostgresPairs::drawId).toArray(UUID[]::new))
                .param(
                        "firsts",
                        made.stream().map(row -> row.pair().first().value()).toArray(UUID[]::new))
                .param("made", texts(made, row -> row.pair().madeAt().toString()))
                .param(
                        "starts",
                        texts(made, row -> row.pair().state().hour().from().toString()))
                .param(
                        "ends",
                        texts(made, row -> row.pair().state().hour().until().toString()))
                .param("confirm", texts(made, row -> proposed(row).confirmBy().toString()))
                .param("whys", texts(made, PairRow::why))
                .update();
        jdbc.sql("""
                insert into pair_person (pair_id, person_id, seat, origin, undecided)
                select made.id, seated.person_id, seated.seat, made.origin, true
                  from unnest(cast(:ids as uuid[]), cast(:ones as uuid[]), cast(:others as uuid[]), cast(:origins as text[]))
                       as made (id, one, other, origin)
                 cross join lateral (values (made.one, 1), (made.other, 2)) as seated (person_id, seat)
                 order by seated.person_id
                    on conflict do nothing
                """)
                .param("ids", ids)
                .param(
                        "ones",
                        made.stream().map(row -> row.pair().one().value()).toArray(UUID[]::new))
                .param(
                        "others",
                        made.stream().map(row -> row.pair().other().value()).toArray(UUID[]::new))
                .param("origins", texts(made, row -> row.pair().origin().name()))
                .update();
        jdbc.sql("""
                delete from pair
                 where id = any (cast(:ids as uuid[]))
                   and (select count(*) from pair_person where pair_id = pair.id) < 2
                """).param("ids", ids).update();
        return new HashSet<>(jdbc.sql("select id from pair where id = any (cast(:ids as uuid[]))")
                .param("ids", ids)
                .query((row, number) -> new PairId(row.getObject("id", UUID.class)))
                .list());
    }

    private static @Nullable UUID drawId(PairRow row) {
        return row.draw().map(DrawId::value).orElse(null);
    }

    private static Proposed proposed(PairRow row) {
        if (row.pair().state() instanceof Proposed proposed) {
            return proposed;
        }
        throw new IllegalArgumentException("a new pair is proposed");
    }

    private interface Text {
        String of(PairRow row);
    }

    private static String[] texts(List<PairRow> rows, Text text) {
        return rows.stream().map(text::of).toArray(String[]::new);
    }

    Optional<PairRow> find(PairId id) {
        return jdbc.sql(PAIRS + " where pair.id = :id")
                .param("id", id.value())
                .query(PostgresPairs::row)
                .optional();
    }

    /** As above, and nobody else changes it until the transaction ends. */
    Optional<PairRow> lock(PairId id) {
        return jdbc.sql("select id from pair where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .flatMap(locked -> find(id));
    }

    Optional<PairRow> of(InterviewId first) {
        return jdbc.sql(PAIRS + " where pair.first_id = :first")
                .param("first", first.value())
                .query(PostgresPairs::row)
                .optional();
    }

    /** What a person's pages show: everything that is not over, and what ended since some time; the next hour first. */
    List<PairRow> of(PersonId person, Instant endedSince) {
        return jdbc.sql(PAIRS + """
                 where pair.id in (select pair_id from pair_person where person_id = :person)
                   and (pair.state in ('PROPOSED', 'HALF_CONFIRMED', 'CONFIRMED') or pair.changed_at > :since)
                 order by pair.starts_at, pair.id
                """)
                .param("person", person.value())
                .param("since", utc(endedSince))
                .query(PostgresPairs::row)
                .list();
    }

    /** The one that waits for a word, or was agreed on, in the waiting room since some time; the newest. */
    Optional<PairRow> now(PersonId person, Instant since) {
        return jdbc.sql(PAIRS + """
                 where pair.id in (select pair_id from pair_person where person_id = :person)
                   and pair.origin = 'NOW'
                   and pair.made_at > :since
                 order by pair.made_at desc, pair.id desc
                 limit 1
                """)
                .param("person", person.value())
                .param("since", utc(since))
                .query(PostgresPairs::row)
                .optional();
    }

    /** Not over, of these two. */
    List<PairRow> between(PersonId one, PersonId other) {
        return jdbc.sql(PAIRS + """
                 where pair.id in (select mine.pair_id
                                     from pair_person as mine
                                     join pair_person as theirs on theirs.pair_id = mine.pair_id
                                    where mine.person_id = :one
                                      and theirs.person_id = :other)
                   and pair.state in ('PROPOSED', 'HALF_CONFIRMED', 'CONFIRMED')
                 order by pair.id
                """)
                .param("one", one.value())
                .param("other", other.value())
                .query(PostgresPairs::row)
                .list();
    }

    /** Whose time to confirm has run out. */
    List<PairId> lapsed(Instant now) {
        return ids("""
                select id
                  from pair
                 where state in ('PROPOSED', 'HALF_CONFIRMED')
                   and confirm_by < :now
                 order by confirm_by, id
                """, now);
    }

    /** Draws' pairs of which a word is due soon. */
    List<PairRow> toRemind(Instant now, Instant until) {
        return jdbc.sql(PAIRS + """
                 where pair.state in ('PROPOSED', 'HALF_CONFIRMED')
                   and pair.origin = 'DRAW'
                   and pair.confirm_by > :now
                   and pair.confirm_by <= :until
                 order by pair.confirm_by, pair.id
                """)
                .param("now", utc(now))
                .param("until", utc(until))
                .query(PostgresPairs::row)
                .list();
    }

    /** Those whose hour came at that moment or before. */
    List<PairId> toJudge(Instant startedBy) {
        return ids("""
                select id
                  from pair
                 where state = 'CONFIRMED'
                   and starts_at <= :now
                 order by starts_at, id
                """, startedBy);
    }

    private List<PairId> ids(String sql, Instant now) {
        return jdbc.sql(sql)
                .param("now", utc(now))
                .query((row, number) -> new PairId(row.getObject("id", UUID.class)))
                .list();
    }

    /** That somebody keeps watch at this moment over all whose time to come it is. */
    void watch(Instant now, Instant startedAfter) {
        jdbc.sql("""
                update pair
                   set watched_at = :now
                 where state = 'CONFIRMED'
                   and starts_at <= :now
                   and starts_at > :after
                """).param("now", utc(now)).param("after", utc(startedAfter)).update();
    }

    /** Whether somebody kept watch after their hour had come. */
    boolean watched(PairId id) {
        return jdbc.sql("select coalesce(watched_at >= starts_at, false) from pair where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Who of the two was in the lobby before a moment: by the log of their interview, which says who entered and who did anything
     * there, and by the leases of their pages.
     */
    Set<PersonId> came(PairId id, Instant from, Instant until) {
        return jdbc.sql("""
                        select pair_person.person_id
                          from pair
                          join pair_person on pair_person.pair_id = pair.id
                         where pair.id = :id
                           and (exists (select
                                          from interview_event
                                         where interview_event.interview_id = pair.first_id
                                           and interview_event.actor = pair_person.person_id
                                           and interview_event.at <= :until
                                           and interview_event.type not in ('scheduled', 'rescheduled', 'cancelled', 'seat-given',
                                                                            'seat-withdrawn', 'lead-passed', 'meeting-link-set',
                                                                            'no-show-reported'))
                                or exists (select
                                             from presence
                                            where presence.interview_id = pair.first_id
                                              and presence.person_id = pair_person.person_id
                                              and presence.since <= :until
                                              and presence.seen_at >= :from))
                        """)
                .param("id", id.value())
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    /** Confirmed ones whose interview was moved or called off by itself. */
    List<PairId> astray() {
        return jdbc.sql("""
                select pair.id
                  from pair
                  join interview on interview.id = pair.first_id
                 where pair.state = 'CONFIRMED'
                   and ((interview.phase = 'CANCELLED' and interview.no_show is null)
                        or interview.starts_at <> pair.starts_at)
                 order by pair.id
                """)
                .query((row, number) -> new PairId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Writes what became of a pair. */
    void save(Pair pair, Instant now) {
        PairState state = pair.state();
        Optional<Wish> wish = state instanceof Confirmed confirmed ? confirmed.wish() : Optional.empty();
        jdbc.sql("""
                update pair
                   set state = :state,
                       starts_at = :from,
                       ends_at = :until,
                       over_why = :why,
                       wish_seat = cast(:seat as smallint),
                       wish_from = cast(:wishFrom as timestamptz),
                       wish_until = cast(:wishUntil as timestamptz),
                       changed_at = :now
                 where id = :id
                """)
                .param("id", pair.id().value())
                .param("state", name(state))
                .param("from", utc(state.hour().from()))
                .param("until", utc(state.hour().until()))
                .param(
                        "why",
                        state instanceof Released released ? released.why().name() : null)
                .param(
                        "seat",
                        wish.map(asked -> asked.by().equals(pair.one()) ? 1 : 2).orElse(null))
                .param(
                        "wishFrom",
                        wish.map(asked -> asked.hour().from().toString()).orElse(null))
                .param(
                        "wishUntil",
                        wish.map(asked -> asked.hour().until().toString()).orElse(null))
                .param("now", utc(now))
                .update();
        jdbc.sql("""
                update pair_person
                   set undecided = :undecided,
                       confirmed_at = case when person_id = any (cast(:confirmed as uuid[])) then coalesce(confirmed_at, :now)
                                           else confirmed_at end,
                       had_part = person_id = any (cast(:parts as uuid[])),
                       late = :late and person_id = any (cast(:parts as uuid[]))
                 where pair_id = :id
                """)
                .param("id", pair.id().value())
                .param("undecided", state instanceof Undecided)
                .param("confirmed", uuids(confirmed(pair)))
                .param("parts", uuids(parts(state)))
                .param("late", state instanceof Cancelled cancelled && cancelled.late())
                .param("now", utc(now))
                .update();
    }

    void declined(PairId id, PersonId by, Decline reason) {
        jdbc.sql("update pair_person set declined = :reason where pair_id = :id and person_id = :by")
                .param("id", id.value())
                .param("by", by.value())
                .param("reason", reason.name())
                .update();
    }

    /** Who of the two declined and would like another partner in the same draw. */
    Set<PersonId> wouldLikeAnother(PairId id) {
        return jdbc.sql("select person_id from pair_person where pair_id = :id and declined = any (cast(:again as"
                        + " text[]))")
                .param("id", id.value())
                .param(
                        "again",
                        Arrays.stream(Decline.values())
                                .filter(Decline::again)
                                .map(Decline::name)
                                .toArray(String[]::new))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    /** What else takes the time of the two in a stretch of it. */
    List<Span> taken(Pair pair, Span within) {
        return jdbc.sql("""
                select lower(taken.span) as taken_from, upper(taken.span) as taken_until
                  from appointment_person as taken
                  join appointment on appointment.id = taken.appointment_id
                 where taken.person_id = any (cast(:people as uuid[]))
                   and taken.span && tstzrange(:from, :until)
                   and not (appointment.kind = 'PAIR' and appointment.subject = :pair)
                """)
                .param("people", uuids(pair.both()))
                .param("from", utc(within.from()))
                .param("until", utc(within.until()))
                .param("pair", pair.id().value())
                .query((row, number) -> new Span(instant(row, "taken_from"), instant(row, "taken_until")))
                .list();
    }

    /** What takes the time of each of these in a stretch of it; nothing of whoever is free. */
    Map<PersonId, List<Span>> taken(Collection<PersonId> people, Span within) {
        Map<PersonId, List<Span>> found = new HashMap<>();
        jdbc.sql("""
                select person_id, lower(span) as taken_from, upper(span) as taken_until
                  from appointment_person
                 where person_id = any (cast(:people as uuid[]))
                   and span && tstzrange(:from, :until)
                """)
                .param("people", uuids(people))
                .param("from", utc(within.from()))
                .param("until", utc(within.until()))
                .query(row -> {
                    found.computeIfAbsent(new PersonId(row.getObject("person_id", UUID.class)), _ -> new ArrayList<>())
                            .add(new Span(instant(row, "taken_from"), instant(row, "taken_until")));
                });
        return found;
    }

    /** Who of these waits in a pair of a draw, or has agreed on an hour of one within a stretch of time. */
    Set<PersonId> engaged(Collection<PersonId> people, Span week) {
        return jdbc.sql("""
                        select pair_person.person_id
                          from pair_person
                          join pair on pair.id = pair_person.pair_id
                         where pair_person.person_id = any (cast(:people as uuid[]))
                           and pair.origin = 'DRAW'
                           and (pair_person.undecided
                                or (pair.state = 'CONFIRMED' and pair.starts_at >= :from and pair.starts_at < :until))
                        """)
                .param("people", uuids(people))
                .param("from", utc(week.from()))
                .param("until", utc(week.until()))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    /** Whether somebody was let down since some time: their partner called off late or did not come. */
    boolean letDown(PersonId person, Instant since) {
        return Boolean.TRUE.equals(jdbc.sql("""
                        select exists (select
                                         from pair_person
                                         join pair on pair.id = pair_person.pair_id
                                        where pair_person.person_id = :person
                                          and not pair_person.had_part
                                          and pair.state in ('CANCELLED', 'MISSED')
                                          and pair.changed_at > :since)
                        """)
                .param("person", person.value())
                .param("since", utc(since))
                .query(Boolean.class)
                .single());
    }

    /** Those of these people who wait in a pair of an origin. */
    Set<PersonId> undecided(Collection<PersonId> people, Origin origin) {
        return jdbc.sql("""
                        select person_id
                          from pair_person
                         where undecided
                           and origin = :origin
                           and person_id = any (cast(:people as uuid[]))
                        """)
                .param("origin", origin.name())
                .param("people", uuids(people))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    /** The pairs of these people that ended without an interview since some time: who turned each other down is not asked again. */
    Set<Set<PersonId>> partedSince(Collection<PersonId> people, Instant since) {
        return jdbc.sql("""
                        select one.person_id as one, other.person_id as other
                          from pair_person as one
                          join pair on pair.id = one.pair_id
                          join pair_person as other on other.pair_id = pair.id and other.seat = 2
                         where one.seat = 1
                           and one.person_id = any (cast(:people as uuid[]))
                           and other.person_id = any (cast(:people as uuid[]))
                           and pair.state in ('RELEASED', 'CANCELLED', 'MISSED')
                           and (pair.state <> 'RELEASED' or pair.over_why in ('DECLINED', 'LAPSED', 'APART', 'NO_ROUND'))
                           and pair.changed_at > :since
                        """)
                .param("people", uuids(people))
                .param("since", utc(since))
                .query((row, number) -> Set.of(
                        new PersonId(row.getObject("one", UUID.class)),
                        new PersonId(row.getObject("other", UUID.class))))
                .set();
    }

    int removeBefore(Instant moment) {
        return jdbc.sql("""
                delete from pair
                 where changed_at < :moment
                   and state not in ('PROPOSED', 'HALF_CONFIRMED', 'CONFIRMED')
                """).param("moment", utc(moment)).update();
    }

    private static Set<PersonId> confirmed(Pair pair) {
        return switch (pair.state()) {
            case HalfConfirmed half -> Set.of(half.by());
            case Confirmed _ -> pair.both();
            case Proposed _, Released _, Cancelled _, Kept _, Missed _ -> Set.of();
        };
    }

    private static Set<PersonId> parts(PairState state) {
        return switch (state) {
            case Released released -> released.by();
            case Cancelled cancelled -> Set.of(cancelled.by());
            case Missed missed -> missed.missing();
            case Proposed _, HalfConfirmed _, Confirmed _, Kept _ -> Set.of();
        };
    }

    private static String name(PairState state) {
        return switch (state) {
            case Proposed _ -> "PROPOSED";
            case HalfConfirmed _ -> "HALF_CONFIRMED";
            case Confirmed _ -> "CONFIRMED";
            case Released _ -> "RELEASED";
            case Cancelled _ -> "CANCELLED";
            case Kept _ -> "KEPT";
            case Missed _ -> "MISSED";
        };
    }

    private static PairRow row(ResultSet row, int number) throws SQLException {
        var one = new PersonId(row.getObject("one", UUID.class));
        var other = new PersonId(row.getObject("other", UUID.class));
        var pair = new Pair(
                new PairId(row.getObject("id", UUID.class)),
                Origin.valueOf(row.getString("origin")),
                one,
                other,
                instant(row, "made_at"),
                new InterviewId(row.getObject("first_id", UUID.class)),
                state(row, one, other));
        return new PairRow(
                pair,
                Optional.ofNullable(row.getObject("draw_id", UUID.class)).map(DrawId::new),
                row.getString("why"),
                instant(row, "changed_at"));
    }

    private static PairState state(ResultSet row, PersonId one, PersonId other) throws SQLException {
        var hour = new Span(instant(row, "starts_at"), instant(row, "ends_at"));
        Set<PersonId> parts = new HashSet<>();
        if (row.getBoolean("one_part")) {
            parts.add(one);
        }
        if (row.getBoolean("other_part")) {
            parts.add(other);
        }
        String state = row.getString("state");
        return switch (state) {
            case "PROPOSED" -> new Proposed(hour, instant(row, "confirm_by"));
            case "HALF_CONFIRMED" ->
                new HalfConfirmed(hour, instant(row, "confirm_by"), row.getBoolean("one_confirmed") ? one : other);
            case "CONFIRMED" -> new Confirmed(hour, wish(row, one, other));
            case "RELEASED" -> new Released(hour, Why.valueOf(row.getString("over_why")), parts);
            case "CANCELLED" ->
                new Cancelled(
                        hour,
                        row.getBoolean("one_part") ? one : other,
                        row.getBoolean("one_late") || row.getBoolean("other_late"));
            case "KEPT" -> new Kept(hour);
            case "MISSED" -> new Missed(hour, parts);
            default -> throw new IllegalStateException("a pair that is " + state);
        };
    }

    private static Optional<Wish> wish(ResultSet row, PersonId one, PersonId other) throws SQLException {
        int seat = row.getInt("wish_seat");
        return seat == 0
                ? Optional.empty()
                : Optional.of(new Wish(
                        seat == 1 ? one : other, new Span(instant(row, "wish_from"), instant(row, "wish_until"))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static UUID[] uuids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
