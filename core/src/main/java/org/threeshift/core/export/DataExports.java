package org.threeshift.core.export;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.id.Ids;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;

/** Gives people everything that is kept about them. One at a time, made in the background, fetched once. */
@Service
public class DataExports {
    /** How long a finished one waits to be fetched. */
    public static final Duration WAITS = Duration.ofDays(7);

    /** Most bytes of one. */
    static final int MOST_BYTES = 50 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(DataExports.class);
    private static final int LIST = 20;

    private final ExportStore store;
    private final ObjectProvider<ExportPart> parts;
    private final People people;
    private final Trail trail;
    private final Mails mails;
    private final Ids ids;
    private final InstantSource time;
    private final TransactionOperations transactions;

    DataExports(
            ExportStore store,
            ObjectProvider<ExportPart> parts,
            People people,
            Trail trail,
            Mails mails,
            Ids ids,
            InstantSource time,
            TransactionOperations transactions) {
        this.store = store;
        this.parts = parts;
        this.people = people;
        this.trail = trail;
        this.mails = mails;
        this.ids = ids;
        this.time = time;
        this.transactions = transactions;
    }

    /** A new one, or nothing when one is in the making already. */
    public Optional<DataExport> ask(Person person) {
        var export = new DataExport(
                new ExportId(ids.next()),
                person.id(),
                time.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        boolean added = Boolean.TRUE.equals(transactions.execute(status -> {
            boolean fresh = store.add(export);
            if (fresh) {
                trail.add(Deed.DATA_EXPORT_ASKED, Optional.of(person.id()), Optional.of(person.id()), Map.of());
            }
            return fresh;
        }));
        return added ? Optional.of(export) : Optional.empty();
    }

    /** The person's own, the newest first. */
    public List<DataExport> of(Person person) {
        return store.of(person.id(), LIST);
    }

    /**
     * Makes everything that waits to be made. For the background job.
     *
     * @return how many
     * @throws IllegalStateException after the last one, when some could not be made, so that the job counts as failed
     */
    public int makeAll() {
        List<End> ends = store.inTheMaking().stream().map(this::end).toList();
        int failed = Collections.frequency(ends, End.FAILED);
        if (failed > 0) {
            throw new IllegalStateException("%d of %d data exports could not be made".formatted(failed, ends.size()));
        }
        return Collections.frequency(ends, End.MADE);
    }

    /** How the making of one ended. */
    private enum End {
        MADE,
        /** Somebody was erased meanwhile, or another run made it. */
        DROPPED,
        FAILED
    }

    /** The ZIP, once. Absent for whoever it does not belong to, when it is not ready, was fetched, or is over. */
    public Optional<byte[]> fetch(ExportId id, Person person) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<byte[]> content = store.fetch(id, person.id(), time.instant());
            if (content.isPresent()) {
                trail.add(Deed.DATA_EXPORTED, Optional.of(person.id()), Optional.of(person.id()), Map.of());
            }
            return content;
        }));
    }

    /** One that fails holds up no other, and is tried again with the next run. */
    private End end(DataExport export) {
        try {
            return make(export) ? End.MADE : End.DROPPED;
        } catch (RuntimeException e) {
            LOG.error("The data export {} could not be made", export.id(), e);
            return End.FAILED;
        }
    }

    /** @return false when the asker was erased meanwhile, or somebody whom the files may name: the latter are made again */
    private boolean make(DataExport export) {
        Optional<Person> asker = people.find(export.person());
        if (asker.isEmpty()) {
            return false;
        }
        Person person = asker.get();
        Instant now = time.instant();
        List<ExportFile> files =
                parts.orderedStream().flatMap(part -> part.of(person)).toList();
        byte[] zip = Archive.of(files, readme(person), now);
        if (zip.length > MOST_BYTES) {
            throw new IllegalStateException("Export %s is too large: %d bytes".formatted(export.id(), zip.length));
        }
        boolean made = Boolean.TRUE.equals(transactions.execute(status -> {
            boolean finished = store.finish(export.id(), zip, now, now.plus(WAITS));
            if (finished) {
                tell(export, person);
            }
            return finished;
        }));
        LOG.info("{} a data export of {} files, {} bytes", made ? "Made" : "Dropped", files.size(), zip.length);
        return made;
    }

    private void tell(DataExport export, Person person) {
        person.email()
                .ifPresent(address -> mails.post(new Mail(
                        "data-export-ready:" + export.id(),
                        Topic.DATA_EXPORT_READY,
                        address,
                        Optional.of(person.id()),
                        Map.of("days", Long.toString(WAITS.toDays()), "link", "/account/data"))));
    }

    private static String readme(Person person) {
        return Sentences.text("readme", person.name());
    }
}
