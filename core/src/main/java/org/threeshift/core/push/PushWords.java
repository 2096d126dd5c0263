package org.threeshift.core.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.notice.Dispatch;
import org.threeshift.core.notice.Kind;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a device shows: a title and one sentence that anybody may read who looks at a locked screen. No score, no words that somebody
 * wrote, and of people at most the name of the one opposite once the interview is agreed on.
 */
final class PushWords {
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.threeshift.core.push.push", Locale.ENGLISH);
    private static final int LONGEST_SENTENCE = 300;
    private static final Duration MINUTES = Duration.ofMinutes(10);
    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final Duration DAYS = Duration.ofDays(3);

    /** One trial replaces the one before. */
    static final String TRIAL_TOPIC = "trial";

    private static final String SETTINGS = "/account/messages";

    private PushWords() {}

    /** How much a message presses, as RFC 8030 (5.3) has it: a phone that saves power wakes up for the first only. */
    enum Urgency {
        HIGH,
        NORMAL,
        LOW;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a message replaces, at the push service and on the screen. */
    private enum Strand {
        /** Whatever was said of the interview. */
        INTERVIEW,
        /** Whatever was said of the pair or the evening to which it leads. */
        PLACE,
        /** What was said of the sheets of the interview. */
        SHEETS,
        /** Nothing. */
        NONE
    }

    /**
     * How a kind is told.
     *
     * @param atMost for how long a push service may keep it for a device that is off: never beyond the moment at which it is no news
     */
    private record Manner(Urgency urgency, Duration atMost, Strand strand) {}

    private static Manner manner(Kind kind) {
        return switch (kind) {
            case IN_TEN_MINUTES, PARTNER_WAITING -> new Manner(Urgency.HIGH, MINUTES, Strand.INTERVIEW);
            case TOMORROW -> new Manner(Urgency.NORMAL, ONE_DAY, Strand.INTERVIEW);
            case BOOKED,
                    PLANNED,
                    CHANGED,
                    MOVED,
                    CLOCKS_CHANGED,
                    MOVE_ASKED,
                    CALLED_OFF,
                    CANCELLED,
                    TAKEN_OFF,
                    MISSED -> new Manner(Urgency.NORMAL, DAYS, Strand.INTERVIEW);
            case MATCHED,
                    CONFIRM,
                    RELEASED,
                    LEFT_OVER,
                    EVENING_ASKED,
                    EVENING_PLANNED,
                    EVENING_CHANGED,
                    EVENING_OFF,
                    EVENING_WITHOUT,
                    EVENING_DECLINED,
                    EVENING_GUESTS,
                    TEAM_ASKED,
                    TEAM_JOINED,
                    TEAM_DECLINED -> new Manner(Urgency.NORMAL, DAYS, Strand.PLACE);
            case SHEET_OWED, SHEET_STILL_OWED, SHEETS_MISSING -> new Manner(Urgency.LOW, DAYS, Strand.SHEETS);
            case SCORECARD_READY -> new Manner(Urgency.LOW, DAYS, Strand.NONE);
            case WEEKLY_SUMMARY -> new Manner(Urgency.LOW, ONE_DAY, Strand.NONE);
        };
    }

    static Urgency urgency(Kind kind) {
        return manner(kind).urgency();
    }

    static Duration atMost(Kind kind) {
        return manner(kind).atMost();
    }

    static String title(Dispatch dispatch) {
        return WORDS.getString("title." + dispatch.kind().code());
    }

    static String sentence(Dispatch dispatch) {
        Object[] places = dispatch.kind().places().stream()
                .map(name -> dispatch.values().getOrDefault(name, ""))
                .toArray();
        String said = new MessageFormat(
                        WORDS.getString("sentence." + dispatch.kind().code()), Locale.ENGLISH)
                .format(places)
                .replaceAll(" {2,}", " ")
                .strip();
        int end = said.offsetByCodePoints(0, Math.min(LONGEST_SENTENCE, said.codePointCount(0, said.length())));
        return said.substring(0, end);
    }

    /**
     * What replaces what: of one interview, pair or evening only the last message stays, at the push service and on the screen. 32
     * characters of base64url, as RFC 8030 (5.4) wants them, which say nothing of what they are about.
     */
    static String topic(Dispatch dispatch) {
        String subject = switch (manner(dispatch.kind()).strand()) {
            case INTERVIEW -> interview(dispatch);
            case PLACE -> dispatch.link();
            case SHEETS -> "sheets " + interview(dispatch);
            case NONE -> dispatch.notice().toString();
        };
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("push " + dispatch.to().id() + " " + subject).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What somebody sees who tries a device, each time as something new. */
    static String trial(UUID id) {
        return json(
                WORDS.getString("title.trial"),
                WORDS.getString("sentence.trial"),
                TRIAL_TOPIC,
                id.toString(),
                SETTINGS,
                SETTINGS);
    }

    private static String interview(Dispatch dispatch) {
        return dispatch.about().map(InterviewId::toString).orElse(dispatch.link());
    }

    /**
     * As {@code push-worker.js} reads it.
     *
     * @param shown whether the notice is on the page of messages, through which it is then opened, so that it counts as read
     */
    static String json(Dispatch dispatch, boolean shown) {
        return json(
                title(dispatch),
                sentence(dispatch),
                topic(dispatch),
                dispatch.notice().toString(),
                dispatch.link(),
                shown ? "/messages/" + dispatch.notice() : dispatch.link());
    }

    private static String json(String title, String sentence, String topic, String notice, String page, String open) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("title", title);
        said.put("sentence", sentence);
        said.put("topic", topic);
        said.put("notice", notice);
        said.put("page", page);
        said.put("open", open);
        return JsonMapper.shared().writeValueAsString(said);
    }
}
