package org.threeshift.web.admin;

import java.util.List;
import java.util.Optional;
import org.threeshift.core.health.DatabaseFacts;
import org.threeshift.core.health.Node;
import org.threeshift.core.retention.Swept;
import org.threeshift.web.jobs.JobState;

/**
 * How the installation does.
 *
 * @param concerns what somebody should look at; none when all is well
 * @param sweeps   what the last night took away, in words
 * @param disk     of the embedded database; absent for a database of one's own
 */
public record Report(
        List<Concern> concerns,
        DatabaseFacts database,
        Optional<Disk> disk,
        Post post,
        List<Job> jobs,
        List<Running> nodes,
        Optional<Swept> swept,
        List<String> sweeps,
        String version) {

    /** @param path where to do something about it; may be empty */
    public record Concern(String sentence, String path) {}

    /** In bytes. */
    public record Disk(String folder, long free) {}

    /** @param server empty when messages only wait */
    public record Post(String server, int waiting, int failed, int uncertain) {}

    public record Job(String name, JobState state) {}

    /** @param here whether it has beaten lately */
    public record Running(Node node, boolean here) {}

    public Report {
        concerns = List.copyOf(concerns);
        jobs = List.copyOf(jobs);
        nodes = List.copyOf(nodes);
        sweeps = List.copyOf(sweeps);
    }
}
