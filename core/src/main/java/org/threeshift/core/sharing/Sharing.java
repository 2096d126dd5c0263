package org.threeshift.core.sharing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.audit.TypedLine;
import org.threeshift.core.erasure.Erasures;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Scorecards.Answer;

/** Lets candidates show their own published scorecards to whoever holds a link. The secret is shown once; only its hash is kept. */
@Service
public class Sharing {
    /** For how long a visitor who comes again is the same visit. */
    public static final Duration VISIT = Duration.ofMinutes(10);

    /** For how long their owner still sees links that have ended. */
    public static final Duration TOLD_FOR = Duration.ofDays(30);

    /** Most lines of a list. */
    private static final int LIST = 200;

    private final ShareStore store;
    private final Scorecards scorecards;
    private final Erasures erasures;
    private final Trail trail;
    private final Ids ids;
    private final InstantSource time;
    private final RandomGenerator chance;

    Sharing(
            ShareStore store,
            Scorecards scorecards,
            Erasures erasures,
            Trail trail,
            Ids ids,
            InstantSource time,
            RandomGenerator chance) {
        this.store = store;
        this.scorecards = scorecards;
        this.erasures = erasures;
        this.trail = trail;
        this.ids = ids;
        this.time = time;
        this.chance = chance;
    }

    /**
     * What somebody wants of a link, as they typed it.
     *
     * @param days from {@link Share#LEAST_DAYS} to {@link Share#MOST_DAYS}
     */
    public record Wish(String label, String part, String naming, OptionalInt days) {}

    /** What became of a wish. */
    public sealed interface Made {
        /** @param token the only time that it is seen */
        record Done(Share share, Token token) implements Made {}

        record Refused(List<Share.Problem> problems) implements Made {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /** No published scorecard of the person's own is there. */
        record NotThere() implements Made {}
    }

    /** What a holder of a link sees. */
    public record Shown(Share share, Scorecard scorecard) {}

    public Made share(InterviewId interview, PersonId owner, Wish wish) {
        if (!own(interview, owner)) {
            return new Made.NotThere();
        }
        List<Share.Problem> problems = problems(wish);
        if (!problems.isEmpty()) {
            return new Made.Refused(problems);
        }
        Token token = Token.fresh(chance);
        Instant now = time.instant();
        var share = new Share(
                new ShareId(ids.next()),
                interview,
                owner,
                TypedLine.of(wish.label()),
                Share.Part.valueOf(wish.part()),
                Share.Naming.valueOf(wish.naming()),
                now,
                Share.end(now, wish.days().orElseThrow()),
                Optional.empty(),
                0,
                Optional.empty());
        store.add(share, token.hash());
        trail.add(
                Deed.SCORECARD_SHARED,
                Optional.of(owner),
                Optional.of(owner),
                Map.of("interview", interview.toString()));
        return new Made.Done(share, token);
    }

    /** The owner's links, the newest first, dead ones too. */
    public List<Share> of(PersonId owner) {
        return store.of(owner, LIST);
    }

    /** The owner's links to one scorecard, the newest first, dead ones too. */
    public List<Share> of(PersonId owner, InterviewId interview) {
        return store.of(owner, interview);
    }

    /** Ends a link for good. @return the link's interview is the owner's own; false when there is no such live link of theirs */
    public boolean revoke(ShareId id, PersonId owner) {
        boolean revoked = store.revoke(id, owner, time.instant());
        if (revoked) {
            trail.add(Deed.SHARE_REVOKED, Optional.of(owner), Optional.of(owner), Map.of());
        }
        return revoked;
    }

    /**
     * What a link shows. Expired, revoked and unknown links are all the same: nothing. Nor does one open while its owner waits to
     * be erased.
     *
     * @param viewer  who is signed in; the owner's own visits are not counted
     * @param visitor SHA-256 over what tells visitors apart
     */
    public Optional<Shown> open(Token token, Optional<PersonId> viewer, byte[] visitor) {
        Instant now = time.instant();
        return store.find(token.hash())
                .filter(share ->
                        share.live(now) && erasures.waiting(share.owner()).isEmpty())
                .flatMap(share -> scorecards
                        .find(share.interview(), share.owner())
                        .filter(card ->
                                card.candidate().filter(share.owner()::equals).isPresent())
                        .map(card -> new Shown(share, share.part() == Share.Part.SUMMARY ? card.summary() : card)))
                .map(shown -> counted(shown, viewer, visitor, now));
    }

    private Shown counted(Shown shown, Optional<PersonId> viewer, byte[] visitor, Instant now) {
        if (viewer.filter(shown.share().owner()::equals).isEmpty()) {
            store.visit(shown.share().id(), visitor, now, now.minus(VISIT));
        }
        return shown;
    }

    private boolean own(InterviewId interview, PersonId owner) {
        return scorecards.ask(interview, owner) instanceof Answer.Ready ready && ready.own();
    }

    private static List<Share.Problem> problems(Wish wish) {
        var problems = new ArrayList<Share.Problem>();
        String label = TypedLine.of(wish.label());
        if (label.codePointCount(0, label.length()) > Share.LABEL_CHARACTERS) {
            problems.add(Share.Problem.LABEL_TOO_LONG);
        }
        if (!named(Share.Part.values(), wish.part())) {
            problems.add(Share.Problem.PART_UNKNOWN);
        }
        if (!named(Share.Naming.values(), wish.naming())) {
            problems.add(Share.Problem.NAMING_UNKNOWN);
        }
        if (wish.days().isEmpty()
                || wish.days().getAsInt() < Share.LEAST_DAYS
                || wish.days().getAsInt() > Share.MOST_DAYS) {
            problems.add(Share.Problem.DAYS_OUT_OF_RANGE);
        }
        return problems;
    }

    private static boolean named(Enum<?>[] constants, String typed) {
        for (Enum<?> constant : constants) {
            if (constant.name().equals(typed)) {
                return true;
            }
        }
        return false;
    }
}
