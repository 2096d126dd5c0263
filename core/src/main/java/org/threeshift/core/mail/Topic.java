package org.threeshift.core.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a message is about. A new topic needs its sentences in web's {@code messages/mail.properties}, which says how. Names
 * are stored, so that none is ever changed.
 */
public enum Topic {
    /** An admin tries whether mail arrives. */
    TRIAL(List.of(), Set.of()),
    /** A link by which somebody who was added sets a password; who added them. */
    PASSWORD_LINK(List.of("by", "link"), Set.of("link")),
    /** A link that signs in, for the person of this name. */
    SIGN_IN_LINK(List.of("name", "link"), Set.of("link")),
    /** A link by which the person of this name sets a new password. */
    RESET_PASSWORD(List.of("name", "link"), Set.of("link")),
    /** The password of the person of this name was set by such a link. */
    PASSWORD_CHANGED(List.of("name", "link"), Set.of()),
    /** The person of this name changed their password, signed in. */
    OWN_PASSWORD_CHANGED(List.of("name", "link"), Set.of()),
    /** The password of the person of this name was set by a link that an admin made. */
    PASSWORD_SET(List.of("name", "link"), Set.of()),
    /** A link that makes the account that somebody registered. Without the name, which a stranger may have chosen. */
    CONFIRM_REGISTRATION(List.of("link"), Set.of("link")),
    /** Somebody registered the address of the person of this name, who has an account. */
    ACCOUNT_THERE(List.of("name", "link"), Set.of()),
    /** Somebody of this name invites. */
    INVITATION(List.of("by", "link"), Set.of("link")),
    /** The same, into a cohort. */
    COHORT_INVITATION(List.of("by", "cohort", "link"), Set.of("link")),
    /** A link by which the old address says yes to the new one. */
    CONFIRM_OLD_ADDRESS(List.of("name", "after", "link"), Set.of("link")),
    /** A link by which the new address says yes. Without the name, which is nobody's business there until it does. */
    CONFIRM_NEW_ADDRESS(List.of("link"), Set.of("link")),
    /** Somebody wants an address for their account that is another account's. */
    ADDRESS_IN_USE(List.of("link"), Set.of()),
    /** The address of the person of this name has changed: to the old one. */
    ADDRESS_CHANGED(List.of("name", "after"), Set.of()),
    /** A coach asks somebody with an account to join a cohort; who asks, the cohort's name. */
    COHORT_QUESTION(List.of("by", "cohort", "link"), Set.of()),
    /** Another coach follows a member from now on; who that is, the cohort's name. */
    COHORT_COACH_ADDED(List.of("coach", "cohort", "link"), Set.of()),
    /** A coach follows a cohort of another's from now on; who shared it, the cohort's name. */
    COHORT_SHARED(List.of("by", "cohort", "link"), Set.of()),
    /** A coach took a member out; who did, the cohort's name. */
    COHORT_TAKEN_OUT(List.of("by", "cohort", "link"), Set.of()),
    /** A guest wants an account with this address; the guest's name. */
    KEEP_CONFIRM(List.of("guest", "link"), Set.of("link")),
    /** A guest wants an account with an address that has one; the guest's name. */
    KEEP_KNOWN(List.of("guest", "link"), Set.of()),
    /** A guest's interviews belong to the account of the person of this name from now on; who did that, the guest's name. */
    GUEST_MERGED(List.of("name", "by", "guest", "link"), Set.of()),
    PASSKEY_ADDED(List.of("name", "label", "link"), Set.of()),
    PASSKEY_REMOVED(List.of("name", "label", "link"), Set.of()),
    SECOND_FACTOR_ON(List.of("name", "link"), Set.of()),
    SECOND_FACTOR_OFF(List.of("name", "link"), Set.of()),
    RECOVERY_CODES_RENEWED(List.of("name", "link"), Set.of()),
    /** Somebody signed in from a browser in which the account was not used before. */
    NEW_DEVICE(List.of("name", "device", "address", "link"), Set.of()),
    /** A provider has confirmed the address of an account that does not know the provider yet. */
    PROVIDER_OFFER(List.of("name", "provider", "link"), Set.of("link")),
    PROVIDER_LINKED(List.of("name", "provider", "link"), Set.of()),
    PROVIDER_UNLINKED(List.of("name", "provider", "link"), Set.of()),
    /** An admin looked into an interview of the candidate's; who, which round, why. */
    GLASS_BROKEN(List.of("by", "round", "reason", "link"), Set.of()),
    /** A file with everything about somebody can be fetched; for how many days. */
    DATA_EXPORT_READY(List.of("days", "link"), Set.of()),
    /** Somebody will be erased; on which day. */
    ERASURE_ASKED(List.of("day", "link"), Set.of()),
    /** An admin asked for it; on which day, who, why. */
    ERASURE_BY_ADMIN(List.of("day", "by", "reason", "link"), Set.of()),
    /** Somebody stays after all. */
    ERASURE_CALLED_OFF(List.of(), Set.of()),
    /** An admin called off what an admin had asked for; who, why. */
    ERASURE_CALLED_OFF_BY_ADMIN(List.of("by", "reason"), Set.of()),
    /** The sheet of the person of this name is not locked an hour after the interview. Nothing of anybody else's sheet. */
    SHEET_OWED(List.of("name", "candidate", "round", "link"), Set.of()),
    /** The same a day after it. */
    SHEET_STILL_OWED(List.of("name", "candidate", "round", "link"), Set.of()),
    /** To whoever looks after an interview: who owes a sheet two days after it. */
    SHEETS_MISSING(List.of("name", "owing", "candidate", "round", "link"), Set.of()),
    /** Somebody without an account is asked to an interview by the address that its host typed; who asks, the round, when, how long, where to say no more. The name not in its subject. */
    GUEST_ASKED(List.of("by", "round", "at", "length", "stop", "link"), Set.of("stop", "link")),
    /** It is at another hour than they know; that one, and why in a sentence. */
    GUEST_MOVED(List.of("by", "round", "at", "length", "stop", "before", "reason", "link"), Set.of("stop", "link")),
    /** It is off. */
    GUEST_OFF(List.of("by", "round", "at"), Set.of()),
    /** From here on as core.notice.Kind says: what is told by whichever ways a person chose. */
    MATCHED(List.of("name", "at", "confirm-by", "why", "link"), Set.of()),
    CONFIRM(List.of("name", "at", "confirm-by", "link"), Set.of()),
    RELEASED(List.of("name", "at", "link"), Set.of()),
    EVENING_ASKED(List.of("name", "by", "at", "title", "cohort", "takes", "note", "link"), Set.of()),
    EVENING_PLANNED(List.of("name", "by", "at", "title", "whom", "anew", "link"), Set.of()),
    EVENING_CHANGED(
            List.of("name", "by", "at", "reason", "title", "takes", "hours", "new-note", "partners", "answer", "link"),
            Set.of()),
    EVENING_OFF(List.of("name", "by", "at", "reason", "title", "link"), Set.of()),
    LEFT_OVER(List.of("name", "at", "why", "link"), Set.of()),
    EVENING_WITHOUT(List.of("name", "by", "at", "title", "link"), Set.of()),
    EVENING_DECLINED(List.of("name", "by", "at", "title", "link"), Set.of()),
    EVENING_GUESTS(List.of("name", "at", "title", "gone", "alone", "link"), Set.of()),
    TEAM_ASKED(List.of("name", "by", "link"), Set.of()),
    TEAM_JOINED(List.of("name", "by", "link"), Set.of()),
    TEAM_DECLINED(List.of("name", "by", "link"), Set.of()),
    BOOKED(List.of("name", "other", "round", "at", "link", "length"), Set.of()),
    PLANNED(List.of("name", "other", "round", "at", "link", "length"), Set.of()),
    CHANGED(List.of("name", "other", "round", "at", "before", "reason", "link", "length"), Set.of()),
    MOVED(List.of("name", "other", "round", "at", "before", "link", "length"), Set.of()),
    CLOCKS_CHANGED(List.of("name", "other", "round", "at", "place", "how", "link"), Set.of()),
    MOVE_ASKED(List.of("name", "other", "at", "before", "link"), Set.of()),
    CANCELLED(List.of("name", "other", "round", "at", "reason", "link"), Set.of()),
    TAKEN_OFF(List.of("name", "other", "round", "at", "link"), Set.of()),
    CALLED_OFF(List.of("name", "other", "round", "at", "link"), Set.of()),
    MISSED(List.of("name", "other", "round", "at", "link"), Set.of()),
    TOMORROW(List.of("name", "other", "round", "at", "link"), Set.of()),
    IN_TEN_MINUTES(List.of("name", "other", "round", "at", "link"), Set.of()),
    PARTNER_WAITING(List.of("name", "other", "round", "at", "link"), Set.of()),
    SCORECARD_READY(List.of("name", "by", "round", "link"), Set.of()),
    WEEKLY_SUMMARY(List.of("name", "held", "ready", "ahead", "owed", "next", "link"), Set.of());

    @SuppressWarnings("ImmutableEnumChecker") // made by List.copyOf
    private final List<String> places;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.copyOf
    private final Set<String> secrets;

    /**
     * @param places  names of the values of a message, in the order of the places {@code {0}}, {@code {1}} … of the sentences;
     *                {@code link} is the path that the message's button opens
     * @param secrets those of them by which whoever reads them gets in; they are emptied once the message is sent
     */
    Topic(List<String> places, Set<String> secrets) {
        this.places = List.copyOf(places);
        this.secrets = Set.copyOf(secrets);
    }

    public List<String> places() {
        return places;
    }

    public Set<String> secrets() {
        return secrets;
    }

    /** As it is stored and as its sentences are named, such as {@code password-link}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Absent for what a later version of the program posted. */
    public static Optional<Topic> of(String code) {
        return Arrays.stream(values())
                .filter(topic -> topic.code().equals(code))
                .findFirst();
    }
}
