package org.threeshift.core.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/**
 * The passwords that were found most often in leaks, which are therefore tried first. Kept as the sorted first bytes of their hashes: some 750 kB,
 * and a good password is mistaken for one of them once in seven million times.
 */
final class LeakedPasswords {
    /** Bytes of a hash that are kept. */
    static final int WIDTH = 5;

    /** The line that ends the words at the head of the file. */
    static final String END_OF_HEAD = "---";

    /** What is put behind a word in the hope that it makes a password. */
    private static final String BEHIND = "0123456789!?.,_*#@$%&+-";

    private static final int LONGEST_BEHIND = 6;
    private static final int SHORTEST_WORD = 6;

    private final byte[] sorted;

    private LeakedPasswords(byte[] sorted) {
        this.sorted = sorted;
    }

    /** The list that ships, read when it is first asked for. */
    static LeakedPasswords shipped() {
        return Shipped.LIST;
    }

    private static final class Shipped {
        static final LeakedPasswords LIST = read("leaked-passwords");
    }

    /** @param passwords in lower case */
    static LeakedPasswords of(Collection<String> passwords) {
        byte[][] hashes = passwords.stream()
                .distinct()
                .map(LeakedPasswords::hash)
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        var all = new ByteArrayOutputStream(hashes.length * WIDTH);
        for (byte[] hash : hashes) {
            all.writeBytes(hash);
        }
        return new LeakedPasswords(all.toByteArray());
    }

    byte[] bytes() {
        return sorted.clone();
    }

    int size() {
        return sorted.length / WIDTH;
    }

    /** Whether the password, in whatever case, is one of them, or one of them with some digits or marks behind it. */
    boolean contain(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (find(lower)) {
            return true;
        }
        int word = lower.length();
        int least = Math.max(word - LONGEST_BEHIND, SHORTEST_WORD);
        while (word > least && BEHIND.indexOf(lower.charAt(word - 1)) >= 0) {
            word--;
            if (find(lower.substring(0, word))) {
                return true;
            }
        }
        return false;
    }

    private boolean find(String password) {
        byte[] wanted = hash(password);
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int from = middle * WIDTH;
            int order = Arrays.compareUnsigned(sorted, from, from + WIDTH, wanted, 0, WIDTH);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    private static byte[] hash(String password) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, WIDTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static LeakedPasswords read(String resource) {
        try (InputStream file = LeakedPasswords.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("the list of leaked passwords is missing");
            }
            byte[] all = file.readAllBytes();
            byte[] end = ("\n" + END_OF_HEAD + "\n").getBytes(StandardCharsets.US_ASCII);
            for (int at = 0; at + end.length <= all.length; at++) {
                if (Arrays.equals(all, at, at + end.length, end, 0, end.length)) {
                    return new LeakedPasswords(Arrays.copyOfRange(all, at + end.length, all.length));
                }
            }
            throw new IllegalStateException("the list of leaked passwords has no head");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
