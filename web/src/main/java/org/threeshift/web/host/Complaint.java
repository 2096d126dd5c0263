package org.threeshift.web.host;

/**
 * What is wrong with one field of a form.
 *
 * @param field its name; empty for the form as a whole
 */
public record Complaint(String field, String sentence) {}
