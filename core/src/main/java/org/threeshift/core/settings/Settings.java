package org.threeshift.core.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** The settings as they stand. Another node's change is seen after {@link #STALE_AFTER} at most. */
@Service
public class Settings {
    static final Duration STALE_AFTER = Duration.ofSeconds(3);

    private final SettingsStore store;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final InstantSource time;
    private volatile @Nullable Read last;

    Settings(SettingsStore store, Trail trail, TransactionOperations transactions, InstantSource time) {
        this.store = store;
        this.trail = trail;
        this.transactions = transactions;
        this.time = time;
    }

    /** Settings without a database, for tests. */
    public static Settings inMemory(Installation first, Trail trail, InstantSource time) {
        return new Settings(new InMemorySettings(first), trail, TransactionOperations.withoutTransaction(), time);
    }

    public Installation current() {
        Read known = last;
        Instant now = time.instant();
        if (known == null || !now.isBefore(known.at().plus(STALE_AFTER))) {
            known = new Read(store.read(), now);
            last = known;
        }
        return known.installation();
    }

    /**
     * One audit line for each setting that differs.
     *
     * @return false for whoever is no admin; then nothing changes
     */
    public boolean change(Person admin, Installation wanted) {
        if (admin.role() != Role.ADMIN) {
            return false;
        }
        transactions.executeWithoutResult(transaction -> {
            Map<String, String> before = named(store.read());
            named(wanted).forEach((name, value) -> {
                if (!value.equals(before.get(name))) {
                    trail.add(
                            Deed.SETTING_CHANGED,
                            Optional.of(admin.id()),
                            Optional.empty(),
                            Map.of("setting", name, "from", String.valueOf(before.get(name)), "to", value));
                }
            });
            store.write(wanted, time.instant());
        });
        last = null;
        return true;
    }

    /** As the trail names them: stored names, so that none is ever changed. */
    static Map<String, String> named(Installation installation) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("registration", installation.registration().name());
        values.put("second-factor-for-staff", String.valueOf(installation.secondFactorForStaff()));
        values.put("coach-notes-in-exports", String.valueOf(installation.coachNotesInExports()));
        values.put("guest-days", String.valueOf(installation.guestDays()));
        values.put("mail-days", String.valueOf(installation.mailDays()));
        values.put("share-days", String.valueOf(installation.shareDays()));
        values.put("erasure-days", String.valueOf(installation.erasureDays()));
        return values;
    }

    private record Read(Installation installation, Instant at) {}
}
