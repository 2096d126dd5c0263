package org.threeshift.core.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.sharing.Share.Naming;
import org.threeshift.core.sharing.Share.Part;

/** What holds for share links wherever they are kept. */
abstract class ShareStoreContract {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    abstract ShareStore store();

    abstract PersonId owner();

    abstract InterviewId interview();

    @Test
    void a_link_is_found_by_its_hash_and_by_nothing_else() {
        Share share = share(owner(), interview(), NOON);
        byte[] hash = new Token(share.id().toString()).hash();
        store().add(share, hash);
        assertThat(store().find(hash)).contains(share);
        assertThat(store().find(new Token("another").hash())).isEmpty();
    }

    @Test
    void a_visit_counts_once_until_its_time_is_over_and_each_visitor_for_themselves() {
        Share share = share(owner(), interview(), NOON);
        byte[] hash = new Token(share.id().toString()).hash();
        store().add(share, hash);
        byte[] ada = new Token("ada").hash();
        for (int minute : new int[] {0, 3, 9}) {
            Instant at = NOON.plus(Duration.ofMinutes(minute));
            store().visit(share.id(), ada, at, at.minus(Duration.ofMinutes(10)));
        }
        assertThat(found(hash).opened()).isEqualTo(1);
        store().visit(share.id(), new Token("ben").hash(), NOON, NOON.minus(Duration.ofMinutes(10)));
        assertThat(found(hash).opened()).isEqualTo(2);
        Instant later = NOON.plus(Duration.ofMinutes(10));
        store().visit(share.id(), ada, later, later.minus(Duration.ofMinutes(10)));
        assertThat(found(hash).opened()).isEqualTo(3);
        assertThat(found(hash).openedAt()).contains(later);
    }

    @Test
    void whoever_calls_themselves_another_at_each_look_fills_no_table() {
        Share share = share(owner(), interview(), NOON);
        byte[] hash = new Token(share.id().toString()).hash();
        store().add(share, hash);
        for (int look = 0; look < ShareStore.MOST_AT_ONCE + 50; look++) {
            store().visit(share.id(), new Token("browser " + look).hash(), NOON, NOON.minus(Duration.ofMinutes(10)));
        }
        assertThat(found(hash).opened()).isEqualTo(ShareStore.MOST_AT_ONCE);
        Instant later = NOON.plus(Duration.ofMinutes(10));
        store().visit(share.id(), new Token("ada").hash(), later, later.minus(Duration.ofMinutes(10)));
        assertThat(found(hash).opened()).isEqualTo(ShareStore.MOST_AT_ONCE + 1);
    }

    @Test
    void only_its_owner_revokes_a_link_and_once() {
        PersonId owner = owner();
        Share share = share(owner, interview(), NOON);
        byte[] hash = new Token(share.id().toString()).hash();
        store().add(share, hash);
        assertThat(store().revoke(share.id(), owner(), NOON)).isFalse();
        assertThat(found(hash).live(NOON)).isTrue();
        assertThat(store().revoke(share.id(), owner, NOON)).isTrue();
        assertThat(store().revoke(share.id(), owner, NOON)).isFalse();
        assertThat(found(hash).live(NOON)).isFalse();
    }

    @Test
    void a_link_ends_by_itself() {
        Share share = share(owner(), interview(), NOON);
        assertThat(share.live(share.expiresAt().minusSeconds(1))).isTrue();
        assertThat(share.live(share.expiresAt())).isFalse();
    }

    @Test
    void the_owner_finds_their_links_the_newest_first() {
        PersonId owner = owner();
        InterviewId interview = interview();
        Share first = share(owner, interview, NOON);
        Share second = share(owner, interview(), NOON.plusSeconds(60));
        store().add(first, new Token(first.id().toString()).hash());
        store().add(second, new Token(second.id().toString()).hash());
        assertThat(store().of(owner, 10)).containsExactly(second, first);
        assertThat(store().of(owner, 1)).containsExactly(second);
        assertThat(store().of(owner, interview)).containsExactly(first);
        assertThat(store().of(owner(), interview)).isEmpty();
    }

    private Share found(byte[] hash) {
        return store().find(hash).orElseThrow();
    }

    private static Share share(PersonId owner, InterviewId interview, Instant at) {
        return new Share(
                new ShareId(UUID.randomUUID()),
                interview,
                owner,
                "Recruiter",
                Part.SUMMARY,
                Naming.INITIALS,
                at,
                Share.end(at, 14),
                Optional.empty(),
                0,
                Optional.empty());
    }
}
