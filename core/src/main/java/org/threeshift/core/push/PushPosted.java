package org.threeshift.core.push;

/** Told to the application in the transaction of the post, so that a message leaves soon after its commit. */
public record PushPosted() {}
