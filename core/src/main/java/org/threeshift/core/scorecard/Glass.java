package org.threeshift.core.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.audit.TypedLine;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Setup;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/**
 * Lets an admin look into one interview without having a part in it: for a while, with a reason, written down, and the candidate
 * is told who looked and why.
 */
@Service
public class Glass {
    public static final Duration LASTS = Duration.ofMinutes(60);
    public static final int LEAST_CHARACTERS = 10;
    public static final int MOST_CHARACTERS = 500;

    /** Most lines of a list. */
    public static final int LIST = 20;

    private final GlassStore store;
    private final InterviewStates states;
    private final People people;
    private final Trail trail;
    private final Mails mails;
    private final Ids ids;
    private final InstantSource time;
    private final TransactionOperations transactions;

    Glass(
            GlassStore store,
            InterviewStates states,
            People people,
            Trail trail,
            Mails mails,
            Ids ids,
            InstantSource time,
            TransactionOperations transactions) {
        this.store = store;
        this.states = states;
        this.people = people;
        this.trail = trail;
        this.mails = mails;
        this.ids = ids;
        this.time = time;
        this.transactions = transactions;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Broken(BrokenGlass broken) implements Outcome {}

        /** Fewer than {@link #LEAST_CHARACTERS} characters are no reason. */
        record ReasonTooShort() implements Outcome {}

        record ReasonTooLong() implements Outcome {}

        /** Nothing published is there, or the person is no admin: the two look the same. */
        record NotThere() implements Outcome {}
    }

    /** One of the interviews that an admin could look into. Tells no more than that it was. */
    public record Candidate(InterviewId interview, String roundTitle, Instant publishedAt, PersonId id, String name) {}

    /**
     * One of the interviews that an admin looked into.
     *
     * @param open whether it stands open still for the admin who asks
     */
    public record Looked(BrokenGlass broken, Candidate interview, boolean open) {}

    public Outcome breakFor(InterviewId interview, Person admin, String reason) {
        String words = TypedLine.of(reason);
        Optional<Setup> setup = states.find(interview)
                .filter(Interview.Published.class::isInstance)
                .map(Interview.Known::setup);
        Optional<PersonId> candidate = setup.flatMap(Setup::candidate);
        if (admin.role() != Role.ADMIN || candidate.isEmpty()) {
            return new Outcome.NotThere();
        }
        if (words.codePointCount(0, words.length()) < LEAST_CHARACTERS) {
            return new Outcome.ReasonTooShort();
        }
        if (words.codePointCount(0, words.length()) > MOST_CHARACTERS) {
            return new Outcome.ReasonTooLong();
        }
        Instant now = time.instant();
        var broken = new BrokenGlass(ids.next(), interview, admin.id(), words, now, now.plus(LASTS));
        transactions.executeWithoutResult(status -> {
            store.add(broken);
            trail.add(Deed.GLASS_BROKEN, Optional.of(admin.id()), candidate, Map.of("interview", interview.toString()));
            candidate.flatMap(people::find).ifPresent(told -> tell(told, admin, setup.orElseThrow(), broken));
        });
        return new Outcome.Broken(broken);
    }

    private void tell(Person candidate, Person admin, Setup setup, BrokenGlass broken) {
        candidate
                .email()
                .ifPresent(address -> mails.post(new Mail(
                        "glass-broken:" + broken.id(),
                        Topic.GLASS_BROKEN,
                        address,
                        Optional.of(candidate.id()),
                        Map.of(
                                "by", admin.name(),
                                "round", setup.agenda().title(),
                                "reason", broken.reason(),
                                "link", "/scorecards/" + broken.interview()))));
    }

    /** Who looked into an interview, the newest first: for its candidate, and for whoever may look into it now. Others get none. */
    public List<BrokenGlass> of(InterviewId interview, PersonId viewer) {
        boolean own = states.find(interview)
                .filter(known -> known.setup().isCandidate(viewer))
                .isPresent();
        return own || store.open(interview, viewer, time.instant()).isPresent() ? store.of(interview) : List.of();
    }

    /** The latest published interviews of candidates whose names hold a text; none for whoever is no admin. */
    public List<Candidate> candidates(Person admin, String name) {
        return admin.role() == Role.ADMIN
                ? store.published(TypedLine.of(name).toLowerCase(Locale.ROOT), LIST).stream()
                        .map(Glass::candidate)
                        .toList()
                : List.of();
    }

    /** Everything that admins looked into lately; none for whoever is no admin. */
    public List<Looked> latest(Person admin) {
        Instant now = time.instant();
        return admin.role() == Role.ADMIN
                ? store.latest(LIST).stream()
                        .map(one -> new Looked(
                                one.broken(),
                                candidate(one.interview()),
                                one.broken().admin().equals(admin.id())
                                        && now.isBefore(one.broken().until())))
                        .toList()
                : List.of();
    }

    private static Candidate candidate(GlassStore.Published one) {
        return new Candidate(
                one.interview(), one.roundTitle(), one.publishedAt(), one.candidate(), one.candidateName());
    }
}
