package org.threeshift.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BanksTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));

    private final Banks banks = Banks.inMemory(CLOCK);

    @Test
    void a_published_bank_is_found_by_its_version() {
        assertThat(banks.publish(HarbourPilot.file(), HarbourPilot.NAME))
                .isEqualTo(new Publication.Published(HarbourPilot.bank()));
        assertThat(banks.find("harbour-pilot", 3)).contains(HarbourPilot.bank());
        assertThat(banks.find("harbour-pilot", 2)).isEmpty();
        assertThat(banks.find("lighthouse", 3)).isEmpty();
        assertThat(banks.newest("lighthouse")).isEmpty();
    }

    @Test
    void the_same_file_again_changes_nothing() {
        banks.publish(HarbourPilot.file(), HarbourPilot.NAME);
        assertThat(banks.publish(HarbourPilot.file(), HarbourPilot.NAME))
                .isEqualTo(new Publication.Unchanged(HarbourPilot.bank()));
    }

    @Test
    void a_changed_file_under_an_unchanged_version_is_refused() {
        banks.publish(HarbourPilot.file(), HarbourPilot.NAME);
        byte[] changed = HarbourPilot.bytes(HarbourPilot.with("title: Harbour pilot", "title: Port pilot"));
        assertThat(refusal(banks.publish(changed, "mine.yaml")))
                .isEqualTo(
                        "mine.yaml:3: Version 3 of harbour-pilot is published and frozen, and this file differs from it. Raise the version to 4 to publish the change.");
        assertThat(banks.newestOfAll()).containsExactly(HarbourPilot.bank());
    }

    @Test
    void a_changed_file_of_an_old_version_is_told_the_next_free_one() {
        banks.publish(HarbourPilot.file(), HarbourPilot.NAME);
        banks.publish(HarbourPilot.inVersion(6), HarbourPilot.NAME);
        byte[] changed = HarbourPilot.bytes(HarbourPilot.with("title: Harbour pilot", "title: Port pilot"));
        assertThat(refusal(banks.publish(changed, "mine.yaml")))
                .endsWith("Raise the version to 7 to publish the change.");
    }

    @Test
    void a_version_lower_than_the_newest_is_refused() {
        banks.publish(HarbourPilot.file(), HarbourPilot.NAME);
        assertThat(refusal(banks.publish(HarbourPilot.inVersion(2), "mine.yaml")))
                .isEqualTo(
                        "mine.yaml:3: Version 2 of harbour-pilot is older than version 3, which is published. Raise the version to 4 or more.");
        assertThat(banks.find("harbour-pilot", 2)).isEmpty();
    }

    @Test
    void a_bad_file_changes_nothing() {
        banks.publish(HarbourPilot.file(), HarbourPilot.NAME);
        byte[] bad = HarbourPilot.bytes(
                HarbourPilot.replace(HarbourPilot.with("version: 3", "version: 4"), "primary: TEAM", "primary: SALES"));
        assertThat(refusal(banks.publish(bad, "mine.yaml"))).startsWith("mine.yaml:13:14: SALES is no shift.");
        assertThat(banks.newest("harbour-pilot")).contains(HarbourPilot.bank());
    }

    @Test
    void an_old_version_stays_beside_the_new_one() {
        banks.publish(HarbourPilot.file(), HarbourPilot.NAME);
        banks.publish(HarbourPilot.inVersion(4), HarbourPilot.NAME);
        assertThat(banks.newest("harbour-pilot").map(Bank::version)).contains(4);
        assertThat(banks.find("harbour-pilot", 3)).contains(HarbourPilot.bank());
    }

    @Test
    void the_list_shows_the_newest_of_every_bank_by_title() {
        banks.publish(HarbourPilot.file(), HarbourPilot.NAME);
        banks.publish(HarbourPilot.inVersion(4), HarbourPilot.NAME);
        String second = HarbourPilot.replace(
                HarbourPilot.with("id: harbour-pilot", "id: airport"), "title: Harbour pilot", "title: Airport");
        banks.publish(HarbourPilot.bytes(second), "airport.yaml");
        assertThat(banks.newestOfAll())
                .extracting(bank -> bank.id() + " " + bank.version())
                .containsExactly("airport 3", "harbour-pilot 4");
    }

    @Test
    void a_version_is_read_from_the_store_once() {
        List<String> looks = new ArrayList<>();
        BankStore store = new InMemoryBanks();
        BankStore counting = new BankStore() {
            @Override
            public boolean add(PublishedFile file) {
                return store.add(file);
            }

            @Override
            public Optional<PublishedFile> find(String bankId, int version) {
                looks.add(bankId);
                return store.find(bankId, version);
            }

            @Override
            public Map<String, Integer> newestVersions() {
                return store.newestVersions();
            }

            @Override
            public List<PublishedVersion> versions(String bankId) {
                return store.versions(bankId);
            }
        };
        new Banks(new BankReader(), store, CLOCK).publish(HarbourPilot.file(), HarbourPilot.NAME);
        Banks cached = new Banks(new BankReader(), counting, CLOCK);
        Bank first = cached.find("harbour-pilot", 3).orElseThrow();
        assertThat(cached.find("harbour-pilot", 3).orElseThrow()).isSameAs(first);
        assertThat(looks).hasSize(1);
    }

    @Test
    void of_eight_nodes_that_start_at_once_one_publishes_and_the_others_agree() throws Exception {
        BankStore store = new InMemoryBanks();
        CyclicBarrier start = new CyclicBarrier(8);
        List<Callable<Publication>> nodes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            nodes.add(() -> {
                start.await();
                return new Banks(new BankReader(), store, CLOCK).publish(HarbourPilot.file(), HarbourPilot.NAME);
            });
        }
        List<Publication> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Publication> node : threads.invokeAll(nodes)) {
                outcomes.add(node.get());
            }
        }
        assertThat(outcomes).filteredOn(Publication.Published.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Publication.Unchanged.class::isInstance).hasSize(7);
    }

    static String refusal(Publication publication) {
        return switch (publication) {
            case Publication.Rejected(var problems) -> problems.getFirst().toString();
            case Publication.Published _, Publication.Unchanged _ ->
                throw new AssertionError("Not refused: " + publication);
        };
    }
}
