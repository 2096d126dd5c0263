package org.threeshift.core.call;

/** A signal on its way to another page of the same call. */
public record Letter(ConnectionId to, String body) {}
