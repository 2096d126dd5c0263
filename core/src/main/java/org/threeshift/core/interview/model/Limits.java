package org.threeshift.core.interview.model;

import java.time.Duration;

/** The numbers that the rules use. */
public final class Limits {
    /** Most interviewers in a panel. */
    public static final int INTERVIEWERS = 8;
    /** Most people who shadow or observe. */
    public static final int WATCHERS = 8;
    /** Most questions on an agenda, added ones included. */
    public static final int AGENDA_ITEMS = 30;
    /** Most gaps that a debrief walks. */
    public static final int DEBRIEF_GAPS = 5;
    /** How long a debrief means to stay with one gap. */
    public static final Duration DEBRIEF_GAP = Duration.ofMinutes(3);
    /** Most characters of a debrief's joint sentence. */
    public static final int SENTENCE_CHARACTERS = 300;
    /** Most characters of a meeting link. */
    public static final int LINK_CHARACTERS = 500;
    /** Most characters of a note of evidence. */
    public static final int EVIDENCE_CHARACTERS = 2_000;
    /** Most characters of a sheet's summary. */
    public static final int SUMMARY_CHARACTERS = 2_000;
    /** Most characters of a reason. */
    public static final int REASON_CHARACTERS = 500;
    /** Most characters of an invitee's name or address. */
    public static final int INVITEE_CHARACTERS = 200;
    /** How far ahead an interview may be set up. */
    public static final Duration HORIZON = Duration.ofDays(366);
    /** How long a form may lie open before "now" counts as past. */
    public static final Duration SLACK = Duration.ofMinutes(10);
    /** How long before the agreed time opening an invitation also counts as having come. Part of what a stored event means: never change it. */
    public static final Duration LOBBY_OPENS_BEFORE = Duration.ofMinutes(15);
    /** How long before the agreed time people may join, and the interview may begin. Before that they prepare. */
    public static final Duration JOINING_OPENS_BEFORE = Duration.ofMinutes(10);
    /** How long after the agreed time those who are there are told who is missing. */
    public static final Duration LATE_AFTER = Duration.ofMinutes(2);
    /** How long after the agreed time somebody counts as absent. */
    public static final Duration NO_SHOW_AFTER = Duration.ofMinutes(10);
    /** How long after the agreed time one to which nobody has come, and that nobody has moved, will not be held any more. */
    public static final Duration GIVEN_UP_AFTER = Duration.ofHours(1);

    private Limits() {}
}
