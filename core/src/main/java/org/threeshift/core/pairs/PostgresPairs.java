package org.threeshift.core.pairs;

import static org.threeshift.core.pairs.PostgresPairRows.SELECT;
import static org.threeshift.core.pairs.PostgresPairRows.utc;
import static org.threeshift.core.pairs.PostgresPairRows.uuids;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.model.Decline;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairState;
import org.threeshift.core.pairs.model.PairState.Cancelled;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.pairs.model.PairState.HalfConfirmed;
import org.threeshift.core.pairs.model.PairState.Kept;
import org.threeshift.core.pairs.model.PairState.Missed;
import org.threeshift.core.pairs.model.PairState.Parted;
import org.threeshift.core.pairs.model.PairState.Proposed;
import org.threeshift.core.pairs.model.PairState.Released;
import org.threeshift.core.pairs.model.PairState.Undecided;
import org.threeshift.core.pairs.model.PairState.Wish;
import org.threeshift.core.people.PersonId;

/** Pairs in PostgreSQL. That nobody waits in two pairs at once is a constraint there. */
@Component
class PostgresPairs {
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
                insert into pair (id, origin, draw_id, first_id, made_at, starts_at, ends_at, confirm_by, why, languages, state,
                                  changed_at)
                select id, origin, draw_id, first_id, made_at, starts_at, ends_at, confirm_by, why,
                       nullif(languages, ''), 'PROPOSED', made_at
                  from unnest(cast(:ids as uuid[]), cast(:origins as text[]), cast(:draws as uuid[]), cast(:firsts as uuid[]),
                              cast(:made as timestamptz[]), cast(:starts as timestamptz[]), cast(:ends as timestamptz[]),
                              cast(:confirm as timestamptz[]), cast(:whys as text[]), cast(:languages as text[]))
                       as made (id, origin, draw_id, first_id, made_at, starts_at, ends_at, confirm_by, why, languages)
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
                .param("languages", texts(made, row -> String.join(",", row.languages())))
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
        return jdbc.sql(SELECT + " where pair.id = :id")
                .param("id", id.value())
                .query(PostgresPairRows::row)
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
        return jdbc.sql(SELECT + " where pair.first_id = :first")
                .param("first", first.value())
                .query(PostgresPairRows::row)
                .optional();
    }

    /** What a person's pages show: everything that is not over, and what ended since some time; the next hour first. */
    List<PairRow> of(PersonId person, Instant endedSince) {
        return jdbc.sql(SELECT + """
                 where pair.id in (select pair_id from pair_person where person_id = :person)
                   and (pair.state in ('PROPOSED', 'HALF_CONFIRMED', 'CONFIRMED') or pair.changed_at > :since)
                 order by pair.starts_at, pair.id
                """)
                .param("person", person.value())
                .param("since", utc(endedSince))
                .query(PostgresPairRows::row)
                .list();
    }

    /** The one that waits for a word, or was agreed on, in the waiting room since some time; the newest. */
    Optional<PairRow> now(PersonId person, Instant since) {
        return jdbc.sql(SELECT + """
                 where pair.id in (select pair_id from pair_person where person_id = :person)
                   and pair.origin = 'NOW'
                   and pair.made_at > :since
                 order by pair.made_at desc, pair.id desc
                 limit 1
                """)
                .param("person", person.value())
                .param("since", utc(since))
                .query(PostgresPairRows::row)
                .optional();
    }

    /** Not over, of these two. */
    List<PairRow> between(PersonId one, PersonId other) {
        return jdbc.sql(SELECT + """
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
                .query(PostgresPairRows::row)
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
                   set undecided = :undecided and person_id is distinct from cast(:parted as uuid),
                       confirmed_at = case when person_id = cast(:parted as uuid) then null
                                           when person_id = any (cast(:confirmed as uuid[])) then coalesce(confirmed_at, :now)
                                           else confirmed_at end,
                       parted = parted or coalesce(person_id = cast(:parted as uuid), false),
                       had_part = person_id = any (cast(:parts as uuid[])),
                       late = :late and person_id = any (cast(:parts as uuid[]))
                 where pair_id = :id
                """)
                .param("id", pair.id().value())
                .param("undecided", state instanceof Undecided)
                .param("parted", state instanceof Parted parted ? parted.by().value() : null)
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
            case Parted parted -> parted.answered() ? Set.of(pair.partnerOf(parted.by())) : Set.of();
            case Confirmed _ -> pair.both();
            case Proposed _, Released _, Cancelled _, Kept _, Missed _ -> Set.of();
        };
    }

    private static Set<PersonId> parts(PairState state) {
        return switch (state) {
            case Released released -> released.by();
            case Cancelled cancelled -> Set.of(cancelled.by());
            case Missed missed -> missed.missing();
            case Proposed _, HalfConfirmed _, Parted _, Confirmed _, Kept _ -> Set.of();
        };
    }

    private static String name(PairState state) {
        return switch (state) {
            case Proposed _ -> "PROPOSED";
            case HalfConfirmed _ -> "HALF_CONFIRMED";
            // As the other sees it; who parted stands with their person.
            case Parted parted -> parted.answered() ? "HALF_CONFIRMED" : "PROPOSED";
            case Confirmed _ -> "CONFIRMED";
            case Released _ -> "RELEASED";
            case Cancelled _ -> "CANCELLED";
            case Kept _ -> "KEPT";
            case Missed _ -> "MISSED";
        };
    }
}
