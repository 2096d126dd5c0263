package org.threeshift.web.account;

/** What an admin has entered about a new person, as typed. */
public record NewPerson(String name, String email, String role) {
    static final NewPerson EMPTY = new NewPerson("", "", "MEMBER");
}
