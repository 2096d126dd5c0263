package org.threeshift.core.notice;

import static org.threeshift.core.notice.Channel.EMAIL;
import static org.threeshift.core.notice.Channel.IN_APP;
import static org.threeshift.core.notice.Channel.PUSH;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody is told of. A new kind needs its sentences in web's {@code messages/notice.properties}, which says how, and, as it
 * may go by mail, a {@link org.threeshift.core.mail.Topic} of the same name. Names are stored, so that none is ever changed.
 *
 * <p>What the values of a notice are, by their names: {@code other}, {@code by} and {@code candidate} a person's id, or how somebody
 * without an account is called; {@code owing} ids with commas between; {@code at}, {@code before}, {@code confirm-by} and
 * {@code next} an instant in ISO form; {@code reason} words of the person who acted, may be empty; all others plain text. Names are
 * looked up when somebody reads, and times are said in the reader's zone.
 */
public enum Kind {
    /** A partner was found, who is not named yet; the hour, until when to confirm, why these two. */
    MATCHED(Set.of(IN_APP, EMAIL, PUSH), "at", "confirm-by", "why"),
    /** The time to confirm is about to end. */
    CONFIRM(Set.of(IN_APP, EMAIL, PUSH), "at", "confirm-by"),
    /** Nothing came of a pair; the hour. */
    RELEASED(Set.of(IN_APP, EMAIL, PUSH), "at"),
    /** An interview was agreed on. */
    BOOKED(Set.of(IN_APP, EMAIL), "other", "round", "at"),
    /** It is at another hour now; the one before. */
    CHANGED(Set.of(IN_APP, EMAIL, PUSH), "other", "round", "at", "before", "reason"),
    CANCELLED(Set.of(IN_APP, EMAIL, PUSH), "other", "round", "at", "reason"),
    /** It was called off because the person was not there. */
    MISSED(Set.of(IN_APP, EMAIL, PUSH), "other", "round", "at"),
    /** A day before, by daylight. */
    TOMORROW(Set.of(IN_APP, EMAIL), "other", "round", "at"),
    IN_TEN_MINUTES(Set.of(IN_APP, PUSH), "other", "round", "at"),
    /** The hour has come, and somebody waits. */
    PARTNER_WAITING(Set.of(IN_APP, EMAIL, PUSH), "other", "round", "at"),
    /** The person's sheet is not locked an hour after the interview. */
    SHEET_OWED(Set.of(IN_APP, EMAIL), "candidate", "round"),
    /** The same a day after it. */
    SHEET_STILL_OWED(Set.of(IN_APP, EMAIL), "candidate", "round"),
    /** To whoever looks after an interview: who owes a sheet two days after it. */
    SHEETS_MISSING(Set.of(IN_APP, EMAIL), "owing", "candidate", "round"),
    /** To the candidate. */
    SCORECARD_READY(Set.of(IN_APP, EMAIL, PUSH), "by", "round"),
    /** How many interviews were held, scorecards came, interviews lie ahead and sheets are owed; when the next one is. */
    WEEKLY_SUMMARY(Set.of(EMAIL), "held", "ready", "ahead", "owed", "next");

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Channel> unlessChosen;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> places;

    Kind(Set<Channel> unlessChosen, String... places) {
        this.unlessChosen = unlessChosen;
        this.places = List.of(places);
    }

    /** By which ways it goes to somebody who has not chosen. */
    public Set<Channel> unlessChosen() {
        return unlessChosen;
    }

    /** The names of a notice's values, in the order of the places {@code {0}}, {@code {1}} … of its sentences. */
    public List<String> places() {
        return places;
    }

    /** The kind under which people choose: nobody wants to choose twice about one thing. */
    public Kind chosenAs() {
        return switch (this) {
            case RELEASED, CONFIRM -> MATCHED;
            case MISSED -> CANCELLED;
            case SHEET_STILL_OWED -> SHEET_OWED;
            case MATCHED,
                    BOOKED,
                    CHANGED,
                    CANCELLED,
                    TOMORROW,
                    IN_TEN_MINUTES,
                    PARTNER_WAITING,
                    SHEET_OWED,
                    SHEETS_MISSING,
                    SCORECARD_READY,
                    WEEKLY_SUMMARY -> this;
        };
    }

    /** As its sentences are named, such as {@code in-ten-minutes}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Absent for what a later version of the program posted. */
    static Optional<Kind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
