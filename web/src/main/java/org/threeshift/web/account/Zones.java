package org.threeshift.web.account;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.threeshift.core.people.ZoneNames;
import org.threeshift.web.page.Choice;

/** The time zones that every form offers: UTC, and regions by their city. */
public final class Zones {
    private static final List<Choice> CHOICES = Stream.concat(Stream.of("UTC"), ZoneNames.all().stream())
            .map(id -> new Choice(id, said(id)))
            .toList();

    private Zones() {}

    public static List<Choice> choices() {
        return CHOICES;
    }

    /** As people read it, such as “America/New York”. */
    public static String said(String id) {
        return id.replace('_', ' ');
    }

    /** Where the server stands, until the browser says better. */
    public static String here() {
        String id = ZoneNames.now(ZoneId.systemDefault().getId());
        return CHOICES.stream().anyMatch(choice -> choice.value().equals(id)) ? id : "UTC";
    }
}
