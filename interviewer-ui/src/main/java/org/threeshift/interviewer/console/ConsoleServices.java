package org.threeshift.interviewer.console;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.people.People;

/** What the console asks of core. */
@Component
record ConsoleServices(
        InterviewViews views, Interviews interviews, Hosting hosting, People people, Ids ids, InstantSource time) {}
