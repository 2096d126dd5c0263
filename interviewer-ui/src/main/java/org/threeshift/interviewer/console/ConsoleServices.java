package org.threeshift.interviewer.console;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.AgendaChanges;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.notes.NoteDrafts;
import org.threeshift.core.outage.Outage;
import org.threeshift.core.people.People;

/** What the console asks of core, and what waits for it. */
@Component
record ConsoleServices(
        InterviewViews views,
        Interviews interviews,
        Hosting hosting,
        AgendaChanges agenda,
        Exchanges exchanges,
        People people,
        NoteDrafts drafts,
        Ids ids,
        InstantSource time,
        Outage outage,
        Outboxes outboxes) {

    @Autowired
    ConsoleServices(
            InterviewViews views,
            Interviews interviews,
            Hosting hosting,
            AgendaChanges agenda,
            Exchanges exchanges,
            People people,
            NoteDrafts drafts,
            Ids ids,
            InstantSource time,
            Outage outage) {
        this(views, interviews, hosting, agenda, exchanges, people, drafts, ids, time, outage, new Outboxes());
    }
}
