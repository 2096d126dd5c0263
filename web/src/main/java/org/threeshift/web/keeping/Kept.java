package org.threeshift.web.keeping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.threeshift.core.export.DataExports;
import org.threeshift.core.settings.Installation;
import org.threeshift.core.settings.Settings;
import org.threeshift.core.sharing.Sharing;
import org.threeshift.web.page.Texts;

/** The kinds of data that are kept, in this installation's own numbers. */
@Component
public final class Kept {
    private final Texts texts;
    private final Settings settings;

    Kept(Texts texts, Settings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    /** One kind: what it is, why it is kept, who sees it, for how long. */
    public record Kind(String what, String why, String who, String howLong) {}

    private enum Named {
        ACCOUNT,
        PROFILE,
        WAYS_IN,
        TOKENS,
        COHORTS,
        INTERVIEW,
        SCORECARD,
        CALL,
        NOTES,
        FEEDBACK,
        COACH_NOTES,
        PRACTICE,
        BOOKINGS,
        RELIABILITY,
        RELATIONS,
        REPORTS,
        SHARES,
        SESSIONS,
        DEVICES,
        MAIL,
        TRAIL,
        CONSENTS,
        EXPORTS,
        ERASURES,
        GUESTS,
        INVITED,
        ENTRY
    }

    List<Kind> kinds() {
        return Arrays.stream(Named.values())
                .map(kind -> {
                    String key = "keeping.kind."
                            + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
                    return new Kind(
                            texts.text(key),
                            texts.text(key + ".why"),
                            texts.text(key + ".who"),
                            texts.text(key + ".long", numbers(kind)));
                })
                .toList();
    }

    /** The numbers of a kind's time, in the order of its sentence. */
    private Object[] numbers(Named kind) {
        Installation now = settings.current();
        return switch (kind) {
            case ACCOUNT,
                    PROFILE,
                    WAYS_IN,
                    DEVICES,
                    TOKENS,
                    COHORTS,
                    ENTRY,
                    INTERVIEW,
                    SCORECARD,
                    CALL,
                    NOTES,
                    FEEDBACK,
                    COACH_NOTES,
                    PRACTICE,
                    BOOKINGS,
                    RELIABILITY,
                    RELATIONS,
                    REPORTS,
                    INVITED,
                    CONSENTS -> new Object[0];
            case SHARES -> new Object[] {Sharing.TOLD_FOR.toDays()};
            case SESSIONS -> new Object[] {7};
            case MAIL -> new Object[] {now.mailDays()};
            case TRAIL -> new Object[0];
            case EXPORTS -> new Object[] {DataExports.WAITS.toDays()};
            case ERASURES -> new Object[] {now.erasureDays()};
            case GUESTS -> new Object[] {now.guestDays()};
        };
    }
}
