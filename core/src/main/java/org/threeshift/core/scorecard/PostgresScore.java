package org.threeshift.core.scorecard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalDouble;

/** Reads a shift's score from its row of {@code shift_tally}. */
public final class PostgresScore {
    /** What {@link #of} and {@link #gap} read. */
    public static final String COLUMNS = """
            shift_tally.shift, shift_tally.mean, shift_tally.low, shift_tally.high, shift_tally.band_method, shift_tally.band_error,
            shift_tally.degrees, shift_tally.probed, shift_tally.questions, shift_tally.levels, shift_tally.not_observed,
            shift_tally.raters, shift_tally.self, shift_tally.self_pairs, shift_tally.self_gap
            """;

    private PostgresScore() {}

    public static Score of(ResultSet row) throws SQLException {
        var basis = new Score.Basis(
                row.getInt("probed"),
                row.getInt("questions"),
                row.getInt("levels"),
                row.getInt("not_observed"),
                ((Object[]) row.getArray("raters").getArray()).length);
        OptionalDouble mean = number(row, "mean");
        return mean.isEmpty() ? new Score.TooLittle(basis) : new Score.Scored(mean.getAsDouble(), band(row), basis);
    }

    public static SelfGap gap(ResultSet row) throws SQLException {
        return new SelfGap(row.getInt("self_pairs"), number(row, "self_gap"));
    }

    /** Absent where the column is null. */
    public static OptionalDouble number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Band band(ResultSet row) throws SQLException {
        return new Band(
                row.getDouble("low"),
                row.getDouble("high"),
                Band.Method.valueOf(row.getString("band_method")),
                number(row, "band_error").orElse(Double.POSITIVE_INFINITY),
                row.getInt("degrees"));
    }
}
