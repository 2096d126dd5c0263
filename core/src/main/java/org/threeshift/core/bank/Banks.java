package org.threeshift.core.bank;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** The published banks. A published version is frozen, so each is read once and then kept in memory. */
@Service
public class Banks {
    private final BankReader reader;
    private final BankStore store;
    private final InstantSource clock;
    private final Map<Version, Bank> read = new ConcurrentHashMap<>();

    private record Version(String bankId, int number) {}

    Banks(BankReader reader, BankStore store, InstantSource clock) {
        this.reader = reader;
        this.store = store;
        this.clock = clock;
    }

    /** Banks that are gone when the process ends. */
    public static Banks inMemory(InstantSource clock) {
        return new Banks(new BankReader(), new InMemoryBanks(), clock);
    }

    /**
     * Publishes the bank that a file holds. Refused, with nothing changed: a file with problems, a published version whose
     * file has changed, a version lower than the newest.
     *
     * @param name the file's name, for the problems
     */
    public Publication publish(byte[] file, String name) {
        return switch (reader.read(file, name)) {
            case BankReading.Rejected(var problems) -> new Publication.Rejected(problems);
            case BankReading.Read fine -> publish(fine, file, name);
        };
    }

    /** The same for a person: absent, with nothing changed, for whoever may not see banks. */
    public Optional<Publication> publish(byte[] file, String name, Person by) {
        return maySee(by) ? Optional.of(publish(file, name)) : Optional.empty();
    }

    /** Whether somebody may read whole banks, guides and all: coaches and admins. */
    public static boolean maySee(Person person) {
        return person.role() == Role.COACH || person.role() == Role.ADMIN;
    }

    private Publication publish(BankReading.Read fine, byte[] file, String name) {
        Bank bank = fine.bank();
        Optional<Publication> settled = compare(fine, name);
        if (settled.isPresent()) {
            return settled.get();
        }
        PublishedFile published =
                new PublishedFile(bank.id(), bank.version(), fine.checksum(), name, file.clone(), clock.instant());
        if (store.add(published)) {
            return new Publication.Published(bank);
        }
        // Somebody else published between the look and the write, so the second look finds a version.
        return compare(fine, name).orElseThrow();
    }

    /** What the published versions say to a file; nothing when it may be published. */
    private Optional<Publication> compare(BankReading.Read fine, String name) {
        Bank bank = fine.bank();
        Optional<PublishedFile> same = store.find(bank.id(), bank.version());
        if (same.isPresent() && same.get().checksum().equals(fine.checksum())) {
            return Optional.of(new Publication.Unchanged(bank));
        }
        Integer newest = store.newestVersions().getOrDefault(bank.id(), 0);
        if (same.isPresent()) {
            return rejected(
                    fine, name, Sentence.VERSION_CHANGED.with(bank.id(), shown(bank.version()), shown(newest + 1)));
        }
        if (newest > bank.version()) {
            return rejected(
                    fine,
                    name,
                    Sentence.VERSION_OLDER.with(bank.id(), shown(bank.version()), shown(newest), shown(newest + 1)));
        }
        return Optional.empty();
    }

    private static Optional<Publication> rejected(BankReading.Read fine, String name, String sentence) {
        Problem problem = new Problem(name, fine.versionLine(), OptionalInt.empty(), sentence);
        return Optional.of(new Publication.Rejected(List.of(problem)));
    }

    private static String shown(int version) {
        return Integer.toString(version);
    }

    public Optional<Bank> find(String id, int version) {
        Version wanted = new Version(id, version);
        Optional<Bank> known = Optional.ofNullable(read.get(wanted));
        if (known.isPresent()) {
            return known;
        }
        Optional<Bank> found = store.find(id, version).map(this::reread);
        found.ifPresent(bank -> read.put(wanted, bank));
        return found;
    }

    public Optional<Bank> newest(String id) {
        return Optional.ofNullable(store.newestVersions().get(id)).flatMap(version -> find(id, version));
    }

    /** The same for several banks, by id; nothing of one that there is not. */
    public Map<String, Bank> newest(Set<String> ids) {
        Map<String, Bank> found = new HashMap<>();
        store.newestVersions().forEach((id, version) -> {
            if (ids.contains(id)) {
                find(id, version).ifPresent(bank -> found.put(id, bank));
            }
        });
        return found;
    }

    /** The newest version of every bank, by title. */
    public List<Bank> newestOfAll() {
        return store.newestVersions().entrySet().stream()
                .map(newest -> find(newest.getKey(), newest.getValue()).orElseThrow())
                .sorted(Comparator.comparing(Bank::title).thenComparing(Bank::id))
                .toList();
    }

    /** For which there are banks, in order; each once. */
    public List<String> roles() {
        return newestOfAll().stream()
                .map(Bank::role)
                .filter(role -> !role.isBlank())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /** Every version of a bank that there was, the newest first; none of a bank that there is not. */
    public List<PublishedVersion> versions(String id) {
        return store.versions(id);
    }

    private Bank reread(PublishedFile file) {
        return switch (reader.read(file.source(), file.fileName())) {
            case BankReading.Read fine -> fine.bank();
            case BankReading.Rejected(var problems) ->
                throw new IllegalStateException("Version %d of bank %s was published and must stay readable, but: %s"
                        .formatted(file.version(), file.bankId(), problems));
        };
    }
}
