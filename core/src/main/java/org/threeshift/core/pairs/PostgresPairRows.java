package org.threeshift.core.pairs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.model.Origin;
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
import org.threeshift.core.pairs.model.PairState.Why;
import org.threeshift.core.pairs.model.PairState.Wish;
import org.threeshift.core.people.PersonId;

/** How a pair lies in the database: a row of it and one of either of the two. */
final class PostgresPairRows {
    static final String SELECT = """
            select pair.id, pair.origin, pair.draw_id, pair.first_id, pair.made_at, pair.starts_at, pair.ends_at, pair.confirm_by,
                   pair.why, pair.languages, pair.state, pair.over_why, pair.wish_seat, pair.wish_from, pair.wish_until, pair.changed_at,
                   one.person_id as one, one.confirmed_at is not null as one_confirmed, one.had_part as one_part, one.late as one_late,
                   one.parted as one_parted, other.parted as other_parted,
                   other.person_id as other, other.confirmed_at is not null as other_confirmed, other.had_part as other_part,
                   other.late as other_late
              from pair
              join pair_person as one on one.pair_id = pair.id and one.seat = 1
              join pair_person as other on other.pair_id = pair.id and other.seat = 2
            """;

    private PostgresPairRows() {}

    static PairRow row(ResultSet row, int number) throws SQLException {
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
                Optional.ofNullable(row.getString("languages"))
                        .map(codes -> Arrays.asList(codes.split(",")))
                        .orElse(List.of()),
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
        Optional<PersonId> parted = row.getBoolean("one_parted")
                ? Optional.of(one)
                : row.getBoolean("other_parted") ? Optional.of(other) : Optional.empty();
        if (parted.isPresent() && !state.equals("RELEASED")) {
            return new Parted(hour, instant(row, "confirm_by"), parted.get(), state.equals("HALF_CONFIRMED"));
        }
        return switch (state) {
            case "PROPOSED" -> new Proposed(hour, instant(row, "confirm_by"));
            case "HALF_CONFIRMED" ->
                new HalfConfirmed(hour, instant(row, "confirm_by"), row.getBoolean("one_confirmed") ? one : other);
            case "CONFIRMED" -> new Confirmed(hour, wish(row, one, other));
            case "RELEASED" ->
                new Released(
                        hour,
                        Why.valueOf(row.getString("over_why")),
                        parts,
                        row.getBoolean("one_confirmed") && row.getBoolean("other_confirmed"));
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

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static UUID[] uuids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
