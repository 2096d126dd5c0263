package org.threeshift.core.notice;

/** Told to the application in the transaction of the post, so that what is due is told soon after its commit. */
public record NoticePosted() {}
