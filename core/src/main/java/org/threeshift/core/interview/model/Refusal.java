package org.threeshift.core.interview.model;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why a command was not carried out, as a value with a sentence for a person.
 *
 * @param missing what a sheet lacks, when that is the reason
 */
public record Refusal(Code code, List<String> arguments, List<Missing> missing) {
    public Refusal {
        arguments = List.copyOf(arguments);
        missing = List.copyOf(missing);
    }

    public static Refusal of(Code code, String... arguments) {
        return new Refusal(code, List.of(arguments), List.of());
    }

    /** What is wrong and what to do, in whole sentences. */
    public String sentence() {
        String pattern = ResourceBundle.getBundle("org.threeshift.core.interview.model.refusals", Locale.ROOT)
                .getString(code.name());
        return new MessageFormat(pattern, Locale.ROOT)
                .format(arguments.stream().map(Refusal::number).toArray());
    }

    /** Counts choose between singular and plural, so they go in as numbers. */
    private static Object number(String argument) {
        return argument.matches("\\d{1,9}") ? Integer.valueOf(argument) : argument;
    }

    /** Every reason there is. Each has its sentence in {@code refusals.properties}. */
    public enum Code {
        /** There is no such interview, or the person has no part in it: the two look the same. */
        NOT_FOUND,
        ONLY_HOST,
        ONLY_INTERVIEWER,
        ONLY_CANDIDATE,
        CANDIDATE_IS_INTERVIEWER,
        CHAIR_TAKEN,
        HOST_DOES_NOT_INTERVIEW,
        PANEL_NEEDS_TWO,
        PANEL_TOO_LARGE,
        INVITEE_MISSING,
        TOO_LONG,
        AGENDA_EMPTY,
        TIME_PASSED,
        TIME_TOO_FAR,
        REASON_MISSING,
        ALREADY_SCHEDULED,
        NOT_SCHEDULED,
        ALREADY_STARTED,
        NOT_STARTED,
        UNDER_WAY,
        OVER,
        NOT_OVER,
        CANCELLED,
        PUBLISHED,
        TOO_EARLY_FOR_NO_SHOW,
        TOO_EARLY_TO_JOIN,
        TOO_EARLY_TO_START,
        NOT_ABSENT,
        UNKNOWN_QUESTION,
        NOT_POSED,
        NOT_OPEN,
        NOTHING_POSED,
        SHIFT_NOT_PROBED,
        UNKNOWN_TRAP,
        PROBE_NOT_ASKED,
        PROBE_NOT_YOURS,
        EVIDENCE_EMPTY,
        EVIDENCE_UNKNOWN,
        EVIDENCE_EXISTS,
        SHEET_LOCKED,
        SHEET_NOT_LOCKED,
        AMENDMENT_SAYS_THE_SAME,
        SHEET_INCOMPLETE,
        SUMMARY_MISSING,
        /** Words were begun and not handed in: locking would leave them off the sheet for good. */
        NOTES_BEGUN,
        OWN_SHEET_OPEN,
        SHEETS_OPEN,
        SELF_SCORE_MISSING,
        SELF_SCORE_INCOMPLETE,
        ONLY_COACH_LEADS,
        SEEN_IN_EXCHANGE,
        /** The guide of these questions is for whoever interviews this person. */
        YET_TO_BE_ASKED,
        PERSON_UNKNOWN,
        /** Somebody has another appointment at that time. */
        SOMEBODY_BUSY,
        /** Whoever plans has, and nobody else. */
        YOURSELF_BUSY,
        /** Two who were put together agreed on the hour: one asks for another, and the other says yes. */
        HOUR_OF_PAIR,
        /** It was booked: by the rules of that page it is moved. */
        HOUR_BOOKED,
        /** It is one of many in a practice evening. */
        HOUR_OF_EVENT,
        /** Who calls off now would not be late but absent. */
        HOUR_HAS_COME,
        ROUND_UNKNOWN,
        ONLY_LEAD,
        LEAD_MUST_SCORE,
        INTERVIEWER_STAYS,
        CHAIR_BY_INVITATION,
        ONE_SEAT_EACH,
        TOO_MANY_WATCHERS,
        LINK_NOT_HTTPS,
        ALREADY_POSED,
        ORDER_INCOMPLETE,
        ON_AGENDA,
        AGENDA_FULL,
        NOTHING_TO_UNDO,
        SCORING_CLOSED,
        NO_DEBRIEF,
        DEBRIEF_OVER,
        NO_SUCH_GAP,
        ONLY_THE_TWO_SIDES,
        SENTENCE_MISSING,
        WORDING_CHANGED,
        CANDIDATE_TOOK_PART,
        BOTH_HAVE_A_PART,
        STALE
    }
}
