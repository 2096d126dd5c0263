package org.threeshift.web.entry;

/** What somebody who invites has entered, as typed. */
public record Inviting(String email, String role, String cohort) {
    static final Inviting NOTHING = new Inviting("", "MEMBER", "");
}
