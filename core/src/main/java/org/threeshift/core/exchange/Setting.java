package org.threeshift.core.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * Of what an exchange is part, as one of its two people sees it.
 *
 * @param title   what that is called
 * @param path    of its page; empty for whoever sees none any more
 * @param off     whether all of it was called off
 * @param ends    when the time of this exchange ends: the chairs are swapped no more
 * @param over    when all of it is over
 * @param next    when the next slot begins, or the reader's next exchange where they have one; absent after the last one
 * @param partner with whom, by name; absent where the reader has nobody in what is left
 */
public record Setting(
        String title,
        String path,
        boolean off,
        Instant ends,
        Instant over,
        Optional<Instant> next,
        Optional<String> partner) {
    /** What comes after it for the reader, as in keys of sentences. */
    public String onward(Instant now) {
        if (off) {
            return "off";
        }
        if (!now.isBefore(over)) {
            return "over";
        }
        if (next.isEmpty()) {
            return "last";
        }
        return partner.isPresent() ? "next" : "out";
    }
}
