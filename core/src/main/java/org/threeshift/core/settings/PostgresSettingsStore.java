package org.threeshift.core.settings;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresSettingsStore implements SettingsStore {
    private final JdbcClient jdbc;

    PostgresSettingsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Installation read() {
        return jdbc.sql("""
                select registration, second_factor_for_staff, coach_notes_in_exports, guest_days, mail_days, share_days,
                       erasure_days
                  from installation
                """)
                .query((row, number) -> new Installation(
                        Registration.valueOf(row.getString("registration")),
                        row.getBoolean("second_factor_for_staff"),
                        row.getBoolean("coach_notes_in_exports"),
                        row.getInt("guest_days"),
                        row.getInt("mail_days"),
                        row.getInt("share_days"),
                        row.getInt("erasure_days")))
                .single();
    }

    @Override
    public void write(Installation installation, Instant at) {
        jdbc.sql("""
                update installation
                   set registration = :registration,
                       second_factor_for_staff = :secondFactor,
                       coach_notes_in_exports = :coachNotes,
                       guest_days = :guestDays,
                       mail_days = :mailDays,
                       share_days = :shareDays,
                       erasure_days = :erasureDays,
                       changed_at = :at
                """)
                .param("registration", installation.registration().name())
                .param("secondFactor", installation.secondFactorForStaff())
                .param("coachNotes", installation.coachNotesInExports())
                .param("guestDays", installation.guestDays())
                .param("mailDays", installation.mailDays())
                .param("shareDays", installation.shareDays())
                .param("erasureDays", installation.erasureDays())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
