package org.threeshift.core.notice;

import static org.threeshift.core.notice.Channel.EMAIL;
import static org.threeshift.core.notice.Channel.IN_APP;
import static org.threeshift.core.notice.Channel.PUSH;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.people.Role;

/**
 * What somebody is told of. A new kind needs its sentences in web's {@code messages/notice.properties}, which says how, and, as it
 * may go by mail, a {@link org.threeshift.core.mail.Topic} of the same name. Names are stored, so that none is ever changed.
 *
 * <p>What the values of a notice are, by their names: {@code other}, {@code by} and {@code candidate} a person's id, or how somebody
 * without an account is called; {@code owing}, {@code whom}, {@code partners}, {@code gone} and {@code alone} ids with commas between; {@code at}, {@code before},
 * {@code confirm-by} and {@code next} an instant in ISO form; {@code hours} as {@link Hours} has them; {@code answer} and {@code anew} the end of
 * the key of a sentence; {@code reason} words of the person who acted, may be empty; all others plain text. Names are
 * looked up when somebody reads, and times are said in the reader's zone.
 */
public enum Kind {
    /** A partner was found, who is not named yet; the hour, until when to confirm, why these two. */
    MATCHED(Set.of(IN_APP, EMAIL, PUSH), "at", "confirm-by", "why"),
    /** The time to confirm is about to end. */
    CONFIRM(Set.of(IN_APP, EMAIL, PUSH), "at", "confirm-by"),
    /** Nothing came of a pair; the hour. */
    RELEASED(Set.of(IN_APP, EMAIL, PUSH), "at"),
    /** A coach asks whether the person comes to a practice evening. */
    EVENING_ASKED(Set.of(IN_APP, EMAIL, PUSH), "by", "at", "title", "cohort", "takes", "note"),
    /** Whom the person meets there stands, or has changed; it may be nobody. */
    EVENING_PLANNED(Set.of(IN_APP, EMAIL, PUSH), "by", "at", "title", "whom", "anew"),
    /** From when until when it is and was, whom the person meets there, and what their answer is worth now. */
    EVENING_CHANGED(
            Set.of(IN_APP, EMAIL, PUSH),
            "by",
            "at",
            "reason",
            "title",
            "takes",
            "hours",
            "new-note",
            "partners",
            "answer"),
    EVENING_OFF(Set.of(IN_APP, EMAIL, PUSH), "by", "at", "reason", "title"),
    /** A draw found nobody who was left for the person; when the next one is held, why. */
    LEFT_OVER(Set.of(IN_APP, EMAIL, PUSH), "at", "why"),
    /** The evening takes place without the person, as somebody else has it. */
    EVENING_WITHOUT(Set.of(IN_APP, EMAIL, PUSH), "by", "at", "title"),
    /** The person said that they don’t come, and their calendar follows: by mail alone. */
    EVENING_DECLINED(Set.of(IN_APP, EMAIL, PUSH), "by", "at", "title"),
    /** To the coach who planned it: who can’t come after all, and who meets nobody there as the plan stands. Either may be nobody. */
    EVENING_GUESTS(Set.of(IN_APP, EMAIL, PUSH), "at", "title", "gone", "alone"),
    /** A coach asks another to take sessions on a booking page. Without its title, which somebody wrote. */
    TEAM_ASKED(Set.of(IN_APP, EMAIL, PUSH), "by"),
    /** To whoever asked: the other takes sessions there from now on, or does not. */
    TEAM_JOINED(Set.of(IN_APP, EMAIL, PUSH), "by"),
    TEAM_DECLINED(Set.of(IN_APP, EMAIL, PUSH), "by"),
    /** An interview was agreed on. */
    BOOKED(Set.of(IN_APP, EMAIL), "other", "round", "at"),
    /** The person set it up, and their calendar has it: by mail alone, which puts it in. */
    PLANNED(Set.of(IN_APP, EMAIL), "other", "round", "at"),
    /** It is at another hour now; the one before. */
    CHANGED(Set.of(IN_APP, EMAIL, PUSH), "other", "round", "at", "before", "reason"),
    /** The person moved it, and their calendar follows: by mail alone. */
    MOVED(Set.of(IN_APP, EMAIL, PUSH), "other", "round", "at", "before"),
    /** The clocks of a place will be changed otherwise than was known when an hour was agreed on; the place, what became of the hour. */
    CLOCKS_CHANGED(Set.of(IN_APP, EMAIL, PUSH), "other", "round", "at", "place", "how"),
    /** The other would like another hour; that one, and the one that stands until the person says yes. */
    MOVE_ASKED(Set.of(IN_APP, EMAIL, PUSH), "other", "at", "before"),
    CANCELLED(Set.of(IN_APP, EMAIL, PUSH), "other", "round", "at", "reason"),
    /** It takes place without the person, who was to watch or to learn. */
    TAKEN_OFF(Set.of(IN_APP, EMAIL, PUSH), "other", "round", "at"),
    /** The person called it off, and their calendar has it: by mail alone, which takes it out. */
    CALLED_OFF(Set.of(IN_APP, EMAIL, PUSH), "other", "round", "at"),
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
            case RELEASED, CONFIRM, LEFT_OVER -> MATCHED;
            case PLANNED -> BOOKED;
            case MOVED, CLOCKS_CHANGED, MOVE_ASKED -> CHANGED;
            case EVENING_PLANNED, EVENING_CHANGED, EVENING_OFF, EVENING_WITHOUT, EVENING_DECLINED -> EVENING_ASKED;
            case TEAM_JOINED, TEAM_DECLINED -> TEAM_ASKED;
            case CALLED_OFF, TAKEN_OFF, MISSED -> CANCELLED;
            case SHEET_STILL_OWED -> SHEET_OWED;
            case MATCHED,
                    EVENING_ASKED,
                    EVENING_GUESTS,
                    TEAM_ASKED,
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

    /** Whether somebody of that role is ever told of it, so that there is something to choose. */
    public boolean concerns(Role role) {
        return (chosenAs() != TEAM_ASKED && this != EVENING_GUESTS) || role == Role.COACH;
    }

    /** Whether it tells the person what they did themselves, which only their calendar needs to hear. */
    public boolean forTheCalendarAlone() {
        return switch (this) {
            case PLANNED, MOVED, CALLED_OFF, EVENING_DECLINED -> true;
            case MATCHED,
                    CONFIRM,
                    RELEASED,
                    LEFT_OVER,
                    EVENING_ASKED,
                    EVENING_PLANNED,
                    EVENING_CHANGED,
                    EVENING_OFF,
                    EVENING_WITHOUT,
                    EVENING_GUESTS,
                    TEAM_ASKED,
                    TEAM_JOINED,
                    TEAM_DECLINED,
                    BOOKED,
                    CHANGED,
                    CLOCKS_CHANGED,
                    MOVE_ASKED,
                    CANCELLED,
                    TAKEN_OFF,
                    MISSED,
                    TOMORROW,
                    IN_TEN_MINUTES,
                    PARTNER_WAITING,
                    SHEET_OWED,
                    SHEET_STILL_OWED,
                    SHEETS_MISSING,
                    SCORECARD_READY,
                    WEEKLY_SUMMARY -> false;
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
