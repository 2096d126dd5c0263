package org.threeshift.core.mail;

/** Told to the application in the transaction of the post, so that whoever sends does so soon after its commit. */
public record MailPosted() {}
