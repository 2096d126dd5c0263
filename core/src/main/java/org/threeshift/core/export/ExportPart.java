package org.threeshift.core.export;

import java.util.stream.Stream;
import org.threeshift.core.people.Person;

/**
 * One area of what is known about somebody. Gives what is theirs, what they wrote, and what they were shown; others appear by
 * name only where the person saw the name, and nobody else's private notes ever.
 */
public interface ExportPart {
    Stream<ExportFile> of(Person person);
}
