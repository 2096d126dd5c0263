package org.threeshift.web.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.health.Health;
import org.threeshift.core.health.Node;
import org.threeshift.core.mail.Message.State;
import org.threeshift.core.mail.Outbox;
import org.threeshift.core.retention.Retention;
import org.threeshift.core.retention.Swept;
import org.threeshift.web.admin.Report.Concern;
import org.threeshift.web.admin.Report.Disk;
import org.threeshift.web.admin.Report.Job;
import org.threeshift.web.admin.Report.Post;
import org.threeshift.web.admin.Report.Running;
import org.threeshift.web.database.DataPlace;
import org.threeshift.web.jobs.Jobs;
import org.threeshift.web.jobs.Version;
import org.threeshift.web.mail.MailServer;
import org.threeshift.web.page.Texts;

/** Looks at everything that can go wrong without anybody's noticing. */
@Component
final class Condition {
    private static final long SCARCE_BYTES = 1_000_000_000;
    private static final Duration A_NIGHT_MISSED = Duration.ofHours(26);

    private final Health health;
    private final Outbox outbox;
    private final Jobs jobs;
    private final Retention retention;
    private final MailServer mail;
    private final DataPlace place;
    private final Names names;
    private final Texts texts;
    private final InstantSource time;

    Condition(
            Health health,
            Outbox outbox,
            Jobs jobs,
            Retention retention,
            MailServer mail,
            DataPlace place,
            Names names,
            Texts texts,
            InstantSource time) {
        this.health = health;
        this.outbox = outbox;
        this.jobs = jobs;
        this.retention = retention;
        this.mail = mail;
        this.place = place;
        this.names = names;
        this.texts = texts;
        this.time = time;
    }

    Report report() {
        Instant now = time.instant();
        Map<State, Integer> counts = outbox.counts();
        var post = new Post(
                mail.host(),
                counts.getOrDefault(State.WAITING, 0) + counts.getOrDefault(State.SENDING, 0),
                counts.getOrDefault(State.FAILED, 0),
                counts.getOrDefault(State.UNCERTAIN, 0));
        List<Job> work = jobs.states().stream()
                .map(state -> new Job(names.job(state.name()), state))
                .toList();
        List<Running> nodes = health.nodes().stream()
                .map(node -> new Running(node, node.here(now)))
                .toList();
        Optional<Disk> disk = place.folder().flatMap(Condition::disk);
        Optional<Swept> swept = retention.last();
        return new Report(
                concerns(post, work, nodes, disk, swept, now),
                health.database(),
                disk,
                post,
                work,
                nodes,
                swept,
                swept.map(this::counted).orElse(List.of()),
                Version.here());
    }

    private List<String> counted(Swept swept) {
        return swept.counts().entrySet().stream()
                .map(entry -> texts.text("admin.retention.line", names.sweep(entry.getKey()), entry.getValue()))
                .toList();
    }

    private List<Concern> concerns(
            Post post, List<Job> work, List<Running> nodes, Optional<Disk> disk, Optional<Swept> swept, Instant now) {
        List<Concern> concerns = new ArrayList<>();
        if (post.failed() > 0) {
            concerns.add(new Concern(texts.text("admin.concern.failed", post.failed()), "/outbox?state=failed"));
        }
        if (post.uncertain() > 0) {
            concerns.add(
                    new Concern(texts.text("admin.concern.uncertain", post.uncertain()), "/outbox?state=uncertain"));
        }
        if (!mail.configured() && post.waiting() > 0) {
            concerns.add(new Concern(texts.text("admin.concern.waiting", post.waiting()), "/outbox?state=waiting"));
        }
        work.stream()
                .filter(job -> job.state().failures() > 0)
                .forEach(job -> concerns.add(new Concern(
                        texts.text("admin.concern.job", job.name(), job.state().failures()), "")));
        nodes.stream()
                .filter(running -> !running.here())
                .map(Running::node)
                .map(Node::name)
                .forEach(name -> concerns.add(new Concern(texts.text("admin.concern.node", name), "")));
        disk.filter(place -> place.free() < SCARCE_BYTES)
                .ifPresent(place -> concerns.add(new Concern(texts.text("admin.concern.disk", place.folder()), "")));
        swept.filter(last -> last.at().plus(A_NIGHT_MISSED).isBefore(now))
                .ifPresent(last -> concerns.add(new Concern(texts.text("admin.concern.retention"), "")));
        swept.filter(last -> !last.failures().isEmpty())
                .ifPresent(last -> concerns.add(new Concern(
                        texts.text(
                                "admin.concern.sweep",
                                String.join(
                                        ", ",
                                        last.failures().keySet().stream()
                                                .map(names::sweep)
                                                .toList())),
                        "")));
        return concerns;
    }

    private static Optional<Disk> disk(Path folder) {
        try {
            return Optional.of(
                    new Disk(folder.toString(), Files.getFileStore(folder).getUsableSpace()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
