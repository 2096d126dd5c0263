package org.threeshift.web.account;

import org.threeshift.core.people.Person;

/** The link by which a person sets their password; shown once. */
public record PasswordLink(Person person, String url) {}
