package org.threeshift.core.nudge;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.nudge.Nudge.Recipient;
import org.threeshift.core.people.PersonId;

/** What is written to whom. */
final class Letters {
    private Letters() {}

    /** @param owed those of the nudge's sheets that are still open; not empty */
    static Notice of(Nudge nudge, List<Owed> owed, Recipient to, Instant now) {
        Owed sheet = nudge.first();
        Map<String, String> values = new HashMap<>(Map.of(
                "candidate",
                sheet.candidate().map(PersonId::toString).orElse(sheet.invitee()),
                "round",
                sheet.round()));
        if (nudge.stage() == Stage.COACH) {
            values.put(
                    "owing",
                    owed.stream().map(one -> one.interviewer().toString()).collect(Collectors.joining(",")));
        }
        return new Notice(
                key(nudge, to),
                kind(nudge.stage()),
                to.person().id(),
                values,
                Optional.of(sheet.interview()),
                link(nudge, to),
                now,
                sheet.since().plus(Stage.AT_MOST));
    }

    /** One message for each interview, recipient and stage. */
    private static String key(Nudge nudge, Recipient to) {
        return "nudge:%s:%s:%s"
                .formatted(
                        nudge.first().interview(),
                        to.person().id(),
                        nudge.stage().name());
    }

    private static Kind kind(Stage stage) {
        return switch (stage) {
            case HOUR -> Kind.SHEET_OWED;
            case DAY -> Kind.SHEET_STILL_OWED;
            case COACH -> Kind.SHEETS_MISSING;
        };
    }

    private static String link(Nudge nudge, Recipient to) {
        if (nudge.stage() != Stage.COACH) {
            return "/console/interviews/" + nudge.first().interview();
        }
        return to.cohort()
                .map(cohort -> "/cohorts/" + cohort)
                .orElseGet(() -> "/interviews/" + nudge.first().interview());
    }
}
