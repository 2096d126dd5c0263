package org.threeshift.core.nudge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.nudge.Nudge.Recipient;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * What is written to whom.
 *
 * @param people whoever is named, by id
 */
record Letters(Map<PersonId, Person> people) {
    /** The names of who owes a sheet stand one beside the other. */
    private static final String BETWEEN = ", ";

    /** @param owed those of the nudge's sheets that are still open; not empty */
    Mail of(Nudge nudge, List<Owed> owed, Recipient to) {
        Owed sheet = nudge.first();
        Map<String, String> values = new HashMap<>(Map.of(
                "name",
                to.person().name(),
                "candidate",
                sheet.candidate().map(id -> name(id, sheet.invitee())).orElse(sheet.invitee()),
                "round",
                sheet.round(),
                "link",
                link(nudge, to)));
        if (nudge.stage() == Stage.COACH) {
            values.put(
                    "owing",
                    owed.stream()
                            .map(one -> name(one.interviewer(), ""))
                            .sorted()
                            .collect(Collectors.joining(BETWEEN)));
        }
        return new Mail(
                key(nudge, to),
                topic(nudge.stage()),
                to.person().email().orElseThrow(),
                Optional.of(to.person().id()),
                values);
    }

    /** One message for each interview, recipient and stage. */
    private static String key(Nudge nudge, Recipient to) {
        return "nudge:%s:%s:%s"
                .formatted(
                        nudge.first().interview(),
                        to.person().id(),
                        nudge.stage().name());
    }

    private static Topic topic(Stage stage) {
        return switch (stage) {
            case HOUR -> Topic.SHEET_OWED;
            case DAY -> Topic.SHEET_STILL_OWED;
            case COACH -> Topic.SHEETS_MISSING;
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

    private String name(PersonId id, String otherwise) {
        return Optional.ofNullable(people.get(id)).map(Person::name).orElse(otherwise);
    }
}
