package org.threeshift.web.account;

/**
 * What an admin wanted of somebody and was refused.
 *
 * @param part     of the page
 * @param typed    what had been entered there
 * @param sentence why
 */
public record Wish(String part, String typed, String sentence) {
    static final Wish NONE = new Wish("", "", "");

    /** The sentence, where it belongs; empty elsewhere. */
    public String at(String place) {
        return part.equals(place) ? sentence : "";
    }
}
