package org.threeshift.core.mail;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.threeshift.core.people.PersonId;

/**
 * A message to be sent.
 *
 * @param key     names the event that it tells of, such as {@code confirm:ID-of-the-token's-row}; at most 200 characters, no
 *                secret. A second message of the same key is none
 * @param address one e-mail address, which was checked when somebody entered it
 * @param person  whose message it is, so that it goes with them; absent for somebody who has no account
 * @param values  what the sentences of the topic need, by name. {@code link} is the path that its button opens, from the root,
 *                such as {@code /confirm/…}
 * @param calendar what it puts into a calendar; absent for most
 */
public record Mail(
        String key,
        Topic topic,
        String address,
        Optional<PersonId> person,
        Map<String, String> values,
        Optional<CalendarPart> calendar) {
    /** What would end a header or begin another, or add another address. */
    private static final Pattern NO_ADDRESS = Pattern.compile("[\\s\\p{Cc}\\p{Cf},;<>\"]");

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_ADDRESS = 254;

    public Mail {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a message's key has 1 to 200 characters");
        }
        if (!goesTo(address)) {
            throw new IllegalArgumentException("that is not one e-mail address");
        }
        String link = values.getOrDefault("link", "/");
        if (!link.startsWith("/") || link.startsWith("//")) {
            throw new IllegalArgumentException("a message links to a path of this installation");
        }
        values = Map.copyOf(values);
    }

    /** Whether it is one e-mail address to which a message may be posted. */
    public static boolean goesTo(String address) {
        return !NO_ADDRESS.matcher(address).find() && address.indexOf('@') >= 1 && address.length() <= LONGEST_ADDRESS;
    }

    /** One without anything for a calendar. */
    public Mail(String key, Topic topic, String address, Optional<PersonId> person, Map<String, String> values) {
        this(key, topic, address, person, values, Optional.empty());
    }
}
