package org.threeshift.core.evening;

/**
 * What is wrong, beside which field.
 *
 * @param field    as in {@link Draft}, or empty for all of it
 * @param sentence what is wrong and what to do
 */
public record Problem(String field, String sentence) {}
