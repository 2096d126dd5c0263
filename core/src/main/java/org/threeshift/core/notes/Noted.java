package org.threeshift.core.notes;

/** What became of a wish to keep a note. */
public sealed interface Noted {
    /** It is committed. */
    record Saved(Note note) implements Noted {}

    /** Nothing was changed: the text has more than {@link CandidateNotes#CHARACTERS} characters. */
    record TooLong(int characters) implements Noted {}

    /**
     * Nothing was changed: the note was written on in another window since.
     *
     * @param now the note as it stands
     */
    record Overtaken(Note now) implements Noted {}

    /** There is no such interview, or the person is not its candidate: the two look the same. */
    record NotYours() implements Noted {}
}
