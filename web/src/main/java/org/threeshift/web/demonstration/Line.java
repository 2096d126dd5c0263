package org.threeshift.web.demonstration;

import java.time.Instant;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.people.PersonId;

/** One line of a script: who does what when. */
record Line(Instant at, PersonId actor, Command command) {}
