package org.threeshift.core.evening;

import java.time.Instant;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.appointment.ZoneDatabase;
import org.threeshift.core.clocks.AgreedBeside;

/**
 * Keeps evenings at the hour that was agreed on when a country changes its clocks. Their meetings have moved as appointments do; here
 * everybody who was asked is told, with the entry for their calendar.
 */
@Component
final class EveningClocks implements AgreedBeside {
    private final PostgresEvenings store;
    private final PostgresGuestLists lists;
    private final PostgresMeetings meetings;
    private final EveningNotices notices;
    private final TransactionOperations transactions;

    EveningClocks(
            PostgresEvenings store,
            PostgresGuestLists lists,
            PostgresMeetings meetings,
            EveningNotices notices,
            TransactionOperations transactions) {
        this.store = store;
        this.lists = lists;
        this.meetings = meetings;
        this.notices = notices;
        this.transactions = transactions;
    }

    @Override
    public void follow(ZoneDatabase zones, Instant now) {
        store.ahead(now).forEach((id, agreed) -> {
            if (!today(agreed, zones).equals(agreed)) {
                transactions.executeWithoutResult(_ -> follow(id, zones, now));
            }
        });
    }

    /** As it stands once nobody else changes it: what another node has moved meanwhile is as it should be. */
    private void follow(EveningId id, ZoneDatabase zones, Instant now) {
        store.lock(id).ifPresent(evening -> {
            Agreed before = Objects.requireNonNullElse(store.ahead(now).get(id), evening.agreed());
            Agreed after = today(before, zones);
            if (!after.equals(before)) {
                Evening moved = new Evening(
                        id,
                        evening.cohort(),
                        evening.coach(),
                        evening.title(),
                        evening.note(),
                        after,
                        evening.shape(),
                        evening.state(),
                        EveningWords.of(
                                "clocks",
                                after.zone().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                                after.wallClock().toLocalTime()),
                        evening.version() + 1,
                        now.truncatedTo(ChronoUnit.MICROS));
                store.save(moved);
                notices.changed(moved, before.span(), evening.note(), lists.of(id), meetings.sittings(id), now);
            }
        });
    }

    private static Agreed today(Agreed agreed, ZoneDatabase zones) {
        return agreed.by(zones.rules(agreed.zone()));
    }
}
