package org.threeshift.core.keys;

/**
 * Who somebody is at a provider, as its signed answer says.
 *
 * @param provider  the id by which this installation's settings name it
 * @param subject   never changes and is never given to somebody else
 * @param email     empty when the provider does not say
 * @param confirmed whether the provider has made sure that the address is theirs
 * @param name      empty when the provider does not say
 */
public record Identity(String provider, String subject, String email, boolean confirmed, String name) {
    public static final int LONGEST_SUBJECT = 255;

    public Identity {
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("a subject has 1 to 255 characters");
        }
    }
}
