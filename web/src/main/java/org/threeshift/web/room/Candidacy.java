package org.threeshift.web.room;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;

/** What the candidate of a room wants, sent with their name and the clock's time. */
@Component
final class Candidacy {
    private final Interviews interviews;
    private final Ids ids;
    private final InstantSource time;

    Candidacy(Interviews interviews, Ids ids, InstantSource time) {
        this.interviews = interviews;
        this.ids = ids;
        this.time = time;
    }

    Outcome send(Room room, Command command) {
        var by = new By(room.candidate().id(), time.instant());
        return interviews.send(room.view().id(), new Sent(ids.next(), by, command));
    }
}
