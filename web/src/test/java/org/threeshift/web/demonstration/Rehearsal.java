package org.threeshift.web.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.bank.ShippedBanks;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.people.PersonId;

/** The demonstration's material with people who have fixed ids, and no database. */
final class Rehearsal {
    /** A Wednesday afternoon in Europe. */
    private static final Instant NOW = Instant.parse("2026-03-18T14:07:31Z");

    private static final Material MATERIAL = Material.shipped();
    private static final Bank BANK = shippedBank();

    private final Material material = MATERIAL;
    private final Bank bank = BANK;
    private final Map<String, PersonId> people;
    private final Timetable times;

    Rehearsal() {
        this(NOW);
    }

    Rehearsal(Instant now) {
        this.people = material.cast().people().keySet().stream()
                .collect(Collectors.toMap(
                        key -> key, key -> new PersonId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)))));
        this.times = new Timetable(now);
    }

    private static Bank shippedBank() {
        Banks banks = Banks.inMemory(InstantSource.fixed(NOW));
        new ShippedBanks(banks).publishAll();
        return banks.newest(MATERIAL.plan().bank()).orElseThrow();
    }

    Material material() {
        return material;
    }

    Bank bank() {
        return bank;
    }

    Timetable times() {
        return times;
    }

    PersonId person(String key) {
        return people.getOrDefault(key, new PersonId(new UUID(0, 0)));
    }

    ZoneId zone(Booking booking) {
        return material.cast().player(booking.host()).zone();
    }

    Instant start(Booking booking) {
        return times.start(booking, zone(booking));
    }

    List<Sent> script(Booking booking) {
        return new Script(material, bank, people, times, booking, start(booking)).write();
    }

    List<Question> questionsAsked() {
        return material.plan().interviews().stream()
                .flatMap(booking -> bank.round(booking.round()).orElseThrow().questions().stream())
                .distinct()
                .map(id -> bank.question(id).orElseThrow())
                .toList();
    }
}
