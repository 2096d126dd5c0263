package org.threeshift.core.entry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.threeshift.core.entry.Throttle.Pass;
import org.threeshift.core.id.Ids;
import org.threeshift.core.people.Entry;
import org.threeshift.core.people.People;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Problem;
import org.threeshift.core.settings.Registration;
import org.threeshift.core.settings.Settings;

/**
 * Takes what people ask for by an address: a sign-in link, a new password, an account. It is put down, for known and unknown addresses alike, and
 * answered by mail a little later ({@link EntryAnswers}): so the page's answer and its time say nothing about who has an account.
 */
@Service
public class EntryRequests {
    static final String NEXT = "next";
    static final String NAME = "name";
    static final String ZONE = "zone";
    static final String PASSWORD = "password";
    static final String BROWSER = "browser";
    static final String INVITE = "invite";

    private static final int LONGEST_NEXT = 2000;

    /** What became of the wish. */
    public sealed interface Asked {
        /** If the address is somebody's, or nobody's yet where that is asked for, a message is on its way. */
        record Noted() implements Asked {}

        record Malformed(List<Problem> problems) implements Asked {
            public Malformed {
                problems = List.copyOf(problems);
            }
        }

        record TooSoon(Duration left) implements Asked {}

        record Refused(Refusal refusal) implements Asked {}
    }

    /**
     * Who wants an account, as typed.
     *
     * @param next the path to go on to once the account is there, from the root; may be empty
     */
    public record Applicant(String name, String email, String password, String zone, String next) {
        public Applicant(String name, String email, String password, String zone) {
            this(name, email, password, zone, "");
        }
    }

    private final PostgresEntryRequests store;
    private final Gate gate;
    private final People people;
    private final Settings settings;
    private final ObjectProvider<StandingInvitations> standing;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final InstantSource time;

    EntryRequests(
            PostgresEntryRequests store,
            Gate gate,
            People people,
            Settings settings,
            ObjectProvider<StandingInvitations> standing,
            ApplicationEventPublisher events,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.gate = gate;
        this.people = people;
        this.settings = settings;
        this.standing = standing;
        this.events = events;
        this.ids = ids;
        this.time = time;
    }

    /** @param next the path to go on to, from the root; may be empty */
    public Asked signInLink(String email, String next, Origin from) {
        return ask(EntryRequest.Kind.SIGN_IN_LINK, email, Map.of(NEXT, kept(next)), from);
    }

    public Asked reset(String email, Origin from) {
        return ask(EntryRequest.Kind.RESET, email, Map.of(), from);
    }

    /** The message to confirm a registration, once more. */
    public Asked resend(String email, Origin from) {
        Map<String, String> details = new HashMap<>();
        from.browserHash().ifPresent(hash -> details.put(BROWSER, hash));
        return ask(EntryRequest.Kind.RESEND, email, details, from);
    }

    /**
     * An account, which exists once its address is confirmed.
     *
     * @param invite of a link that was handed over; where the installation is open nobody needs one
     */
    public Asked register(Applicant applicant, Optional<Invite> invite, Origin from) {
        List<Problem> problems =
                people.check(applicant.name(), applicant.email(), applicant.password(), applicant.zone());
        if (!problems.isEmpty()) {
            return new Asked.Malformed(problems);
        }
        if (!welcome(invite, applicant.next())) {
            return new Asked.Refused(Refusal.CLOSED);
        }
        Map<String, String> details = new HashMap<>();
        details.put(NAME, Entry.tidyName(applicant.name()));
        details.put(ZONE, applicant.zone().strip());
        details.put(NEXT, kept(applicant.next()));
        invite.ifPresent(one -> details.put(INVITE, one.id().toString()));
        from.browserHash().ifPresent(hash -> details.put(BROWSER, hash));
        if (gate.pass(Gate.Way.MAIL, Entry.tidyEmail(applicant.email()), from) instanceof Pass.Wait(Duration left)) {
            return new Asked.TooSoon(left);
        }
        details.put(PASSWORD, people.hash(applicant.password()));
        put(EntryRequest.Kind.REGISTER, Entry.tidyEmail(applicant.email()), details);
        return new Asked.Noted();
    }

    /** Whether somebody without an invitation may register on their way there. */
    public boolean welcomes(String next) {
        return welcome(Optional.empty(), next);
    }

    /** Whether anybody may register, or whoever holds this invitation, or comes by a page that is one. */
    boolean welcome(Optional<Invite> invite, String next) {
        return switch (settings.current().registration()) {
            case OPEN -> true;
            case BOOKING -> invite.isPresent() || host(next).isPresent();
            case INVITATION -> invite.isPresent();
            case CLOSED -> false;
        };
    }

    /** By whose page somebody comes; absent where pages invite nobody. */
    Optional<PersonId> host(String next) {
        return settings.current().registration() == Registration.BOOKING
                ? standing.stream().flatMap(pages -> pages.of(next).stream()).findFirst()
                : Optional.empty();
    }

    private Asked ask(EntryRequest.Kind kind, String typed, Map<String, String> details, Origin from) {
        String email = Entry.tidyEmail(typed);
        Optional<Problem> problem = Entry.email(email);
        if (problem.isPresent()) {
            return new Asked.Malformed(List.of(problem.get()));
        }
        if (gate.pass(Gate.Way.MAIL, email, from) instanceof Pass.Wait(Duration left)) {
            return new Asked.TooSoon(left);
        }
        put(kind, email, details);
        return new Asked.Noted();
    }

    private static String kept(String next) {
        return next.length() > LONGEST_NEXT ? "" : next;
    }

    private void put(EntryRequest.Kind kind, String email, Map<String, String> details) {
        store.add(new EntryRequest(ids.next(), kind, email, details, time.instant()));
        events.publishEvent(new RequestNoted());
    }
}
