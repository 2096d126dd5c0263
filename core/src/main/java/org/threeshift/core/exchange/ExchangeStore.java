package org.threeshift.core.exchange;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.interview.model.InterviewId;

/** Where exchanges are kept. PostgreSQL's and the in-memory one are held to one contract. */
interface ExchangeStore {
    /** Keeps an exchange, unless its first half belongs to one already. Answers the one that it belongs to now. */
    Exchange add(Exchange exchange, Instant at);

    Optional<Exchange> find(ExchangeId id);

    /** Those to which any of these interviews belongs, as first or second half, the newest first. */
    List<Exchange> ofHalves(Collection<InterviewId> halves);

    /** Somebody agrees to swap; who had agreed before keeps the moment. Nothing changes once it was declined. */
    Exchange agree(ExchangeId id, Chair chair, Instant at);

    /** Somebody says that there is no swap. Nothing changes once it was declined or both had agreed. */
    Exchange decline(ExchangeId id, Chair chair, Instant at);

    /** Says where the second half's questions come from. The first word counts, and only after both agreed. */
    Exchange settle(ExchangeId id, SecondRound.Source source);
}
