package org.threeshift.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every store of banks does. */
abstract class BankStoreContract {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static final AtomicInteger COUNT = new AtomicInteger();

    abstract BankStore store();

    @Test
    void a_file_comes_back_byte_for_byte() {
        PublishedFile file = file(someId(), 2, "text \u20AC \r\n");
        assertThat(store().add(file)).isTrue();
        assertThat(store().find(file.bankId(), 2)).hasValueSatisfying(found -> {
            assertThat(found.bankId()).isEqualTo(file.bankId());
            assertThat(found.version()).isEqualTo(2);
            assertThat(found.checksum()).isEqualTo(file.checksum());
            assertThat(found.fileName()).isEqualTo("file.yaml");
            assertThat(found.source()).isEqualTo(file.source());
            assertThat(found.publishedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void what_was_never_published_is_not_found() {
        String id = someId();
        store().add(file(id, 2, "two"));
        assertThat(store().find(id, 1)).isEmpty();
        assertThat(store().find(someId(), 2)).isEmpty();
    }

    @Test
    void a_version_is_kept_once_and_stays_as_it_was() {
        String id = someId();
        store().add(file(id, 1, "first"));
        assertThat(store().add(file(id, 1, "second"))).isFalse();
        assertThat(store().find(id, 1).orElseThrow().source()).isEqualTo(HarbourPilot.bytes("first"));
    }

    @Test
    void versions_only_go_up_and_gaps_are_fine() {
        String id = someId();
        assertThat(store().add(file(id, 3, "three"))).isTrue();
        assertThat(store().add(file(id, 2, "two"))).isFalse();
        assertThat(store().add(file(id, 7, "seven"))).isTrue();
        assertThat(store().find(id, 2)).isEmpty();
        assertThat(store().find(id, 3)).isPresent();
    }

    @Test
    void the_newest_version_of_each_bank_is_known() {
        String one = someId();
        String other = someId();
        store().add(file(one, 1, "1"));
        store().add(file(one, 2, "2"));
        store().add(file(other, 5, "5"));
        assertThat(store().newestVersions()).containsEntry(one, 2).containsEntry(other, 5);
    }

    @Test
    void all_versions_of_a_bank_are_listed_the_newest_first() {
        String id = someId();
        store().add(file(id, 2, "two"));
        store().add(file(id, 10, "ten"));
        assertThat(store().versions(id))
                .containsExactly(new PublishedVersion(10, "file.yaml", NOW), new PublishedVersion(2, "file.yaml", NOW));
        assertThat(store().versions(someId())).isEmpty();
    }

    @Test
    void of_eight_who_publish_versions_of_one_bank_at_once_nobody_is_kept_behind_a_higher_one() throws Exception {
        String id = someId();
        CyclicBarrier start = new CyclicBarrier(8);
        List<Callable<Boolean>> wishes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            PublishedFile file = file(id, 1 + i / 2, "publisher " + i);
            wishes.add(() -> {
                start.await();
                return store().add(file);
            });
        }
        int kept = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> wish : threads.invokeAll(wishes)) {
                kept += wish.get() ? 1 : 0;
            }
        }
        List<PublishedFile> versions = new ArrayList<>();
        for (int version = 1; version <= 4; version++) {
            store().find(id, version).ifPresent(versions::add);
        }
        assertThat(versions).hasSize(kept);
        assertThat(store().newestVersions()).containsEntry(id, 4);
    }

    static PublishedFile file(String bankId, int version, String text) {
        byte[] source = HarbourPilot.bytes(text);
        return new PublishedFile(bankId, version, BankReader.checksum(source), "file.yaml", source, NOW);
    }

    /** The store may be shared by the tests of a class. */
    static String someId() {
        return "bank-" + COUNT.incrementAndGet();
    }
}
