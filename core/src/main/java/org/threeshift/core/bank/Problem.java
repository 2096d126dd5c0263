package org.threeshift.core.bank;

import java.util.OptionalInt;

/**
 * One thing that is wrong with a bank file, and what to do about it.
 *
 * @param file     the file's name as its owner knows it
 * @param line     counts from 1
 * @param column   counts from 1, in characters; absent when the whole line or file is meant
 * @param sentence says what is wrong and what to do
 */
public record Problem(String file, int line, OptionalInt column, String sentence) {
    /** The form that editors and terminals turn into a link. */
    @Override
    public String toString() {
        String place = column.isPresent() ? line + ":" + column.getAsInt() : Integer.toString(line);
        return file + ":" + place + ": " + sentence;
    }
}
