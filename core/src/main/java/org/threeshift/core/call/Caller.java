package org.threeshift.core.call;

import org.threeshift.core.people.PersonId;

/** Somebody who is in a call now. */
public record Caller(ConnectionId connection, PersonId person) {}
