package org.threeshift.core.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;

/**
 * Slows down whoever guesses. Tries are counted in the database, so that all nodes agree, by a hash of what they are at: an
 * address that was typed, known or not, is not kept.
 */
@Service
public class Throttle {
    /** What is tried. Each kind has its pace, and subjects of different kinds never meet. */
    public enum Kind {
        /** A password for an account, from a browser in which its person never signed in. Subject: the address typed. */
        SIGN_IN_ACCOUNT(5, seconds(10), minutes(15), minutes(60)),
        /** The same from a browser in which they did, which no stranger's tries slow down. Subject: the browser. */
        SIGN_IN_DEVICE(10, seconds(10), minutes(15), minutes(30)),
        /** Passwords from one network. */
        SIGN_IN_NETWORK(30, seconds(5), minutes(10), minutes(1)),
        /** Mail that somebody not signed in has sent to an address. */
        MAIL_ACCOUNT(3, minutes(1), minutes(30), minutes(60)),
        /** The same from a browser in which its owner signed in before. */
        MAIL_DEVICE(5, seconds(30), minutes(15), minutes(30)),
        /** Mail that somebody signed in has sent to an address. Subject: the person. */
        MAIL_PERSON(5, minutes(1), minutes(30), minutes(30)),
        MAIL_NETWORK(20, seconds(10), minutes(10), minutes(2)),
        /** Links that open nothing, from one network. */
        LINK_NETWORK(30, seconds(5), minutes(10), minutes(1)),
        /**
         * Ways in that strangers of one network begin, each of which leaves a row until it ends: some 60 a minute for as
         * long as they like. The page offers passkeys when it opens, so that a class of people begins many at once.
         */
        BEGIN_NETWORK(120, seconds(1), minutes(1), seconds(1)),
        /** Codes of a second factor. Subject: the person. */
        SECOND_FACTOR(5, seconds(30), minutes(15), minutes(60)),
        /** Tokens that open nothing, from one network. */
        TOKEN_NETWORK(30, seconds(5), minutes(10), minutes(1)),
        /** PDFs, each of which takes a processor for a moment. Subject: the person. */
        PAPER(20, seconds(2), minutes(1), seconds(3)),
        /** Readings of one private calendar address: calendars come every few minutes, several at once. Subject: the address. */
        CALENDAR_FEED(60, seconds(1), minutes(5), seconds(10)),
        /** Calls with one token: some 300 a minute for as long as one likes. Subject: the token. */
        TOKEN_CALLS(300, seconds(1), seconds(30), Duration.ofMillis(200));

        private final int free;
        private final Duration first;
        private final Duration longest;
        private final Duration forgets;

        /**
         * @param free    how many tries in a row are followed by no wait
         * @param first   the wait after one more, which doubles up to {@code longest}
         * @param forgets the time in which one try is forgotten
         */
        Kind(int free, Duration first, Duration longest, Duration forgets) {
            this.free = free;
            this.first = first;
            this.longest = longest;
            this.forgets = forgets;
        }

        Pace pace() {
            return Objects.requireNonNull(Paces.ALL.get(this));
        }

        private static final class Paces {
            static final Map<Kind, Pace> ALL = new EnumMap<>(Kind.class);

            static {
                for (Kind kind : values()) {
                    ALL.put(kind, Pace.of(kind.free, kind.first, kind.longest, kind.forgets));
                }
            }
        }

        private static Duration seconds(int seconds) {
            return Duration.ofSeconds(seconds);
        }

        private static Duration minutes(int minutes) {
            return Duration.ofMinutes(minutes);
        }
    }

    /** Whether a try may go on. */
    public sealed interface Pass {
        record Go() implements Pass {}

        /** @param left until the next try may come; more than nothing */
        record Wait(Duration left) implements Pass {}
    }

    private final ThrottleStore store;

    Throttle(ThrottleStore store) {
        this.store = store;
    }

    /** Without a database, for tests. */
    public static Throttle inMemory() {
        return new Throttle(new InMemoryThrottleStore());
    }

    /** Counts one try at {@code subject}. Whoever has to wait and tries again meanwhile waits no longer for that. */
    public Pass pass(Kind kind, String subject, Instant now) {
        return store.count(kind, hash(subject), now).pass(now);
    }

    /** For a try that came right: it counts no more. What came wrong before it still does. */
    public void giveBack(Kind kind, String subject, Instant now) {
        store.giveBack(kind, hash(subject), now);
    }

    /** For a subject whose owner has shown who they are: whatever was tried before is forgotten. */
    public void forget(Kind kind, String subject) {
        store.forget(kind, hash(subject));
    }

    /** @return how many subjects were forgotten, because nothing was tried at them since then */
    public int forgetBefore(Instant last) {
        return store.forgetBefore(last);
    }

    private static byte[] hash(String subject) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
