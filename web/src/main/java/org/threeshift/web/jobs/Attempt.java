package org.threeshift.web.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threeshift.core.outage.Outage;

/** One run of a job. What it throws goes on to the scheduler, which tries again, and into the log, unless the database is away. */
record Attempt(String job, Outage outage) {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!outage.causes(e)) {
                LOG.error("The job {} failed and is tried again", job, e);
            }
            throw e;
        }
    }
}
