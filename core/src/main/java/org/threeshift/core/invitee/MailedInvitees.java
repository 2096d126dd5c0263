package org.threeshift.core.invitee;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.calendar.CalendarInvites;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.InterviewDate;
import org.threeshift.core.interview.InterviewDates;
import org.threeshift.core.interview.Invitees;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.invitee.PostgresInvitees.Invitee;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.mail.Unwanted;
import org.threeshift.core.notice.Wording;
import org.threeshift.core.people.Invitation.Opened;
import org.threeshift.core.people.Invitations;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;

/**
 * Writes to the address by which somebody without an account was invited: once with their own link and the interview for their
 * calendar, and again whenever its hour has changed or it is off. Until they say that they want no more of it, or it is over.
 */
@Service
public class MailedInvitees implements Invitees {
    private static final Logger LOG = LoggerFactory.getLogger(MailedInvitees.class);

    /** Interviews to which one host may have strangers asked in a day: beyond that, they pass the link on themselves. */
    static final int MOST_OF_A_HOST = 20;

    /** Interviews to which one address may be asked in a day, by whomever. */
    static final int MOST_TO_AN_ADDRESS = 5;

    /** Mails about one interview. That it is off is told beyond that. */
    static final int MOST_OF_AN_INTERVIEW = 10;

    private static final Duration DAY = Duration.ofDays(1);
    /** As long as every other link to it lasts. */
    private static final Duration LINK_OUTLIVES_START = Duration.ofDays(7);

    private final PostgresInvitees store;
    private final Unwanted unwanted;
    private final InterviewDates dates;
    private final CalendarInvites calendars;
    private final Invitations links;
    private final People people;
    private final Mails mails;
    private final TransactionOperations transactions;
    private final InstantSource time;

    MailedInvitees(
            PostgresInvitees store,
            Unwanted unwanted,
            InterviewDates dates,
            CalendarInvites calendars,
            Invitations links,
            People people,
            Mails mails,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.unwanted = unwanted;
        this.dates = dates;
        this.calendars = calendars;
        this.links = links;
        this.people = people;
        this.mails = mails;
        this.transactions = transactions;
        this.time = time;
    }

    /** Whether whoever was invited by an address hears of it there. */
    public enum Writing {
        GOES_ON,
        STOPPED
    }

    /** Nothing is written of what is past, to whoever wants nothing from here, and beyond what one host or one address may get. */
    @Override
    public void invited(InterviewId interview, String address) {
        Instant now = time.instant();
        Optional<InterviewDate> planned =
                dates.of(interview).filter(date -> date.endsAt().isAfter(now));
        if (planned.isEmpty() || !Mail.goesTo(address)) {
            return;
        }
        InterviewDate date = planned.get();
        store.oneAtATime(date.host(), address);
        Instant since = now.minus(DAY);
        if (!unwanted.holds(address)
                && store.askedBy(date.host(), since) < MOST_OF_A_HOST
                && store.asked(address, since) < MOST_TO_AN_ADDRESS) {
            store.add(interview, address, now);
        }
    }

    /** Whether mail about it goes to somebody who is invited to it. */
    public boolean writes(InterviewId interview) {
        return store.find(interview).flatMap(Invitee::address).isPresent();
    }

    /** Whether whoever is invited hears at their address when its hour changes. */
    public enum Hearing {
        EACH_CHANGE,
        /** As many mails went to them as may: they only hear that it is off. */
        ENOUGH,
        /** They want no more of it, at that address. */
        STOPPED,
        /** Nobody is invited by an address, or they have joined with it and are told as everybody with an account. */
        NOTHING
    }

    public Hearing hearing(InterviewId interview) {
        return store.find(interview)
                .map(invitee -> invitee.address()
                        .map(address -> hearing(interview, invitee, address))
                        .orElse(Hearing.STOPPED))
                .orElse(Hearing.NOTHING);
    }

    private Hearing hearing(InterviewId interview, Invitee invitee, String address) {
        if (dates.of(interview).filter(date -> joinedWith(address, date)).isPresent()) {
            return Hearing.NOTHING;
        }
        return invitee.mails() < MOST_OF_AN_INTERVIEW ? Hearing.EACH_CHANGE : Hearing.ENOUGH;
    }

    /**
     * Whether mail goes to whom a link was mailed; by a link that was not, whether mail about its interview goes to whoever is invited.
     * Absent where nobody was ever written to. A mailed link answers for a year, though its interview is over.
     */
    public Optional<Writing> about(Token link) {
        return store.recipient(link)
                .map(address -> unwanted.holds(address) ? Writing.STOPPED : Writing.GOES_ON)
                .or(() -> interview(link)
                        .flatMap(store::find)
                        .map(invitee -> invitee.address().isPresent() ? Writing.GOES_ON : Writing.STOPPED));
    }

    /**
     * Whoever was mailed the link wants no more mail from here, of this or anything else, whatever the host has said before. By a link
     * that was not mailed, mail about its interview alone ends: who invited them holds it, and speaks for nobody else.
     */
    public void stop(Token link) {
        transactions.executeWithoutResult(_ -> {
            store.recipient(link).ifPresent(address -> {
                store.oneAtATime(address);
                unwanted.keep(address, time.instant());
                store.stop(address);
            });
            interview(link).ifPresent(store::stop);
        });
    }

    private Optional<InterviewId> interview(Token link) {
        return switch (links.open(link)) {
            case Opened.Valid(var invitation) -> Optional.of(new InterviewId(invitation.interviewId()));
            case Opened.Expired(var invitation) -> Optional.of(new InterviewId(invitation.interviewId()));
            case Opened.Unknown() -> Optional.empty();
        };
    }

    /**
     * Asks whom nobody has asked, and tells what has changed since the last mail. Any number of nodes may do so at once: each change is
     * told once. One that fails keeps no other waiting.
     */
    public void round() {
        store.behind().forEach(this::follow);
    }

    private void follow(InterviewId interview) {
        try {
            transactions.executeWithoutResult(_ -> tell(interview));
        } catch (RuntimeException broken) {
            LOG.error("Who is invited to {} could not be told; the next round tries again", interview, broken);
        }
    }

    private void tell(InterviewId interview) {
        // Locked, so that another node comes after it and finds nothing left to tell.
        Optional<Invitee> invitee = store.lock(interview);
        int place = store.lastChange(interview);
        Optional<InterviewDate> known = dates.of(interview);
        if (invitee.isEmpty() || known.isEmpty() || place <= invitee.get().told()) {
            return;
        }
        invitee.get().address().ifPresent(address -> tell(invitee.get(), address, known.get(), place));
        store.told(interview, place);
    }

    private void tell(Invitee invitee, String address, InterviewDate date, int place) {
        if (joinedWith(address, date) || unwanted.holds(address)) {
            // Who has an account by now is told as everybody who has one.
            store.stop(date.id());
            return;
        }
        Optional<Instant> heard = store.hourHeard(date.id(), invitee);
        if (date.calledOff()) {
            if (heard.isPresent()) {
                post(Topic.GUEST_OFF, address, date, place, Map.of());
            }
        } else if (date.phase() == Phase.SCHEDULED
                && invitee.mails() < MOST_OF_AN_INTERVIEW
                && !heard.equals(Optional.of(date.startsAt()))) {
            Token link = link(date, address);
            store.mailed(date.id(), link, invitee.mails() + 1, time.instant());
            var values = new HashMap<>(Map.of(
                    "length", calendars.length(date),
                    "stop", calendars.url(path(link) + "/no-mail"),
                    "link", path(link)));
            heard.ifPresent(before -> {
                values.put("before", moment(before, date));
                values.put("reason", reason(store.reason(date.id(), place)));
            });
            post(heard.isPresent() ? Topic.GUEST_MOVED : Topic.GUEST_ASKED, address, date, place, values);
        }
    }

    /** A stranger gets no words by which they would be led elsewhere. */
    private String reason(String said) {
        return calendars.forStrangers(said) ? Wording.reason(said) : Wording.reasonWithAddress();
    }

    private String moment(Instant at, InterviewDate date) {
        return Wording.moment(at, date.zone(), time.instant());
    }

    private static String path(Token link) {
        return "/join/" + link.text();
    }

    private boolean joinedWith(String address, InterviewDate date) {
        return date.candidate()
                .flatMap(people::find)
                .flatMap(Person::email)
                .filter(address::equalsIgnoreCase)
                .isPresent();
    }

    /** Nobody but they knows its secret, so that each mail has another. */
    private Token link(InterviewDate date, String address) {
        Instant now = time.instant();
        Instant from = date.startsAt().isAfter(now) ? date.startsAt() : now;
        return links.create(date.id().value(), address, date.host(), from.plus(LINK_OUTLIVES_START));
    }

    /** @param more beside what each of them tells; with a link where they are to come */
    private void post(Topic topic, String address, InterviewDate date, int place, Map<String, String> more) {
        var values = new HashMap<>(more);
        values.put("by", calendars.hostForStrangers(date));
        values.put("round", date.roundTitle());
        values.put("at", moment(date.startsAt(), date));
        mails.post(new Mail(
                PostgresInvitees.key(date.id(), place),
                topic,
                address,
                Optional.empty(),
                values,
                Optional.of(calendars.ofGuest(date, address, more.getOrDefault("link", "/")))));
    }
}
