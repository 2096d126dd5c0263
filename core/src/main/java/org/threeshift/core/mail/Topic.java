package org.threeshift.core.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a message is about. A new topic needs its sentences in web's {@code messages/mail.properties}, which says how. Names
 * are stored, so that none is ever changed.
 */
public enum Topic {
    /** An admin tries whether mail arrives. */
    TRIAL(List.of(), Set.of()),
    /** A link by which somebody who was added sets a password; who added them. */
    PASSWORD_LINK(List.of("by", "link"), Set.of("link"));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.copyOf
    private final List<String> places;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.copyOf
    private final Set<String> secrets;

    /**
     * @param places  names of the values of a message, in the order of the places {@code {0}}, {@code {1}} … of the sentences;
     *                {@code link} is the path that the message's button opens
     * @param secrets those of them by which whoever reads them gets in; they are emptied once the message is sent
     */
    Topic(List<String> places, Set<String> secrets) {
        this.places = List.copyOf(places);
        this.secrets = Set.copyOf(secrets);
    }

    public List<String> places() {
        return places;
    }

    public Set<String> secrets() {
        return secrets;
    }

    /** As it is stored and as its sentences are named, such as {@code password-link}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Absent for what a later version of the program posted. */
    public static Optional<Topic> of(String code) {
        return Arrays.stream(values())
                .filter(topic -> topic.code().equals(code))
                .findFirst();
    }
}
