package org.threeshift.web.account;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.threeshift.web.page.Choice;

/** The time zones that a form offers: regions by their city, and UTC. */
public final class Zones {
    private static final Pattern REGION =
            Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

    private static final List<Choice> CHOICES = Stream.concat(
                    Stream.of("UTC"),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(id -> REGION.matcher(id).matches())
                            .sorted())
            .map(id -> new Choice(id, id.replace('_', ' ')))
            .toList();

    private Zones() {}

    public static List<Choice> choices() {
        return CHOICES;
    }

    /** Where the server stands, until the browser says better. */
    public static String here() {
        String id = ZoneId.systemDefault().getId();
        return CHOICES.stream().anyMatch(choice -> choice.value().equals(id)) ? id : "UTC";
    }
}
