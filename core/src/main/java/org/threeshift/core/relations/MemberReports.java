package org.threeshift.core.relations;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.audit.TypedLine;
import org.threeshift.core.id.Ids;
import org.threeshift.core.people.Directory;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.reliability.Pauses;

/** Reports about people one has met, and what is done about them. Whoever is reported learns nothing of it from here, an admin neither. */
@Service
public class MemberReports {
    public static final int LEAST_CHARACTERS = 10;
    public static final int MOST_CHARACTERS = 2000;
    /** Handled ones of a list. */
    public static final int LISTED = 100;
    /** For how many days an admin can pause somebody's matching. */
    public static final Set<Integer> DAYS = Set.of(14, 30, 90);

    private final PostgresReportStore store;
    private final Relations relations;
    private final Directory directory;
    private final Pauses pauses;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final InstantSource time;

    MemberReports(
            PostgresReportStore store,
            Relations relations,
            Directory directory,
            Pauses pauses,
            Trail trail,
            TransactionOperations transactions,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.relations = relations;
        this.directory = directory;
        this.pauses = pauses;
        this.trail = trail;
        this.transactions = transactions;
        this.ids = ids;
        this.time = time;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param suspended whether whoever calls has to end somebody's sessions */
        record Done(UUID report, Optional<PersonId> suspended) implements Outcome {}

        record Refused(List<ReportProblem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        record NotThere() implements Outcome {}
    }

    /**
     * What an admin typed.
     *
     * @param end  the name of one
     * @param days only for a pause
     */
    public record Decision(String end, String days, String note) {}

    /** One waits at a time: a second one about the same person is refused until an admin has read the first. */
    public Outcome report(Person reporter, PersonId about, String kind, String words) {
        if (relations.partner(reporter, about).isEmpty()) {
            return new Outcome.NotThere();
        }
        List<ReportProblem> problems = new ArrayList<>();
        Optional<ReportKind> known = ReportKind.of(kind);
        String kept = TypedLine.of(words);
        if (known.isEmpty()) {
            problems.add(ReportProblem.KIND_MISSING);
        }
        length(kept, ReportProblem.WORDS_TOO_SHORT, ReportProblem.WORDS_TOO_LONG)
                .ifPresent(problems::add);
        if (known.isEmpty() || !problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        UUID id = ids.next();
        return Objects.requireNonNull(transactions.execute(_ -> {
            if (!store.add(id, reporter.id(), about, known.get(), kept, time.instant())) {
                return new Outcome.Refused(List.of(ReportProblem.ALREADY_REPORTED));
            }
            tell(Deed.MEMBER_REPORTED, reporter.id(), reporter.id(), about);
            return new Outcome.Done(id, Optional.empty());
        }));
    }

    /** Who would read, or reads, what somebody reports about another. */
    public Readers readers(Person reporter, PersonId about) {
        return store.readers(reporter.id(), about);
    }

    /** Admins read every trail: one on which somebody has reported, and no report to be found, would tell the admin whom it is about. */
    private void tell(Deed deed, PersonId by, PersonId reporter, PersonId about) {
        if (store.readers(reporter, about) == Readers.ADMINS) {
            trail.add(deed, Optional.of(by), Optional.of(reporter), Map.of());
        }
    }

    /** Those that wait, the oldest first, and are not about the reader. Absent for whoever is no admin and has none to read. */
    public Optional<List<MemberReport>> waiting(Person reader) {
        return listed(reader, store.waiting(reader.id(), isAdmin(reader)));
    }

    /** Those that were handled, the newest first. Absent as above. */
    public Optional<List<MemberReport>> handled(Person reader) {
        return listed(reader, store.handled(reader.id(), isAdmin(reader), LISTED));
    }

    private static Optional<List<MemberReport>> listed(Person reader, List<MemberReport> found) {
        return Optional.of(found).filter(reports -> isAdmin(reader) || !reports.isEmpty());
    }

    /** Absent for whoever may not read it. */
    public Optional<MemberReport> find(Person reader, UUID id) {
        return store.find(id, reader.id(), isAdmin(reader));
    }

    private static boolean isAdmin(Person reader) {
        return reader.role() == Role.ADMIN;
    }

    /** What somebody can do about reports: who coaches can speak with people, and bars nobody. */
    public static List<ReportEnd> ends(Person reader) {
        return isAdmin(reader) ? List.of(ReportEnd.values()) : List.of(ReportEnd.NOTHING, ReportEnd.SPOKEN);
    }

    /** What is done about the person and what is noted are one. */
    public Outcome handle(Person admin, UUID id, Decision typed) {
        Optional<MemberReport> found = find(admin, id);
        if (found.isEmpty()) {
            return new Outcome.NotThere();
        }
        Optional<ReportEnd> end = ReportEnd.of(typed.end()).filter(ends(admin)::contains);
        List<ReportProblem> problems = problems(end, typed);
        if (end.isEmpty() || !problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        return Objects.requireNonNull(
                transactions.execute(status -> handle(status, admin, found.get(), end.get(), typed)));
    }

    private Outcome handle(TransactionStatus status, Person admin, MemberReport report, ReportEnd end, Decision typed) {
        PersonId about = report.about().id();
        String note = TypedLine.of(typed.note());
        if (!store.handle(report.id(), admin.id(), end, note, time.instant())) {
            return new Outcome.Refused(List.of(ReportProblem.ALREADY_HANDLED));
        }
        boolean done = switch (end) {
            case NOTHING, SPOKEN -> true;
            case PAUSED -> pauses.pause(admin, about, Duration.ofDays(Integer.parseInt(typed.days())));
            case SUSPENDED -> directory.suspend(admin, about) instanceof org.threeshift.core.people.Outcome.Done;
        };
        if (!done) {
            status.setRollbackOnly();
            return new Outcome.Refused(List.of(ReportProblem.NOT_SUSPENDED));
        }
        tell(Deed.REPORT_HANDLED, admin.id(), report.reporter().id(), about);
        return new Outcome.Done(report.id(), end == ReportEnd.SUSPENDED ? Optional.of(about) : Optional.empty());
    }

    private static List<ReportProblem> problems(Optional<ReportEnd> end, Decision typed) {
        List<ReportProblem> problems = new ArrayList<>();
        if (end.isEmpty()) {
            problems.add(ReportProblem.END_MISSING);
        }
        if (end.filter(ReportEnd.PAUSED::equals).isPresent()
                && DAYS.stream().map(String::valueOf).noneMatch(typed.days()::equals)) {
            problems.add(ReportProblem.DAYS_UNKNOWN);
        }
        length(TypedLine.of(typed.note()), ReportProblem.NOTE_TOO_SHORT, ReportProblem.NOTE_TOO_LONG)
                .ifPresent(problems::add);
        return problems;
    }

    private static Optional<ReportProblem> length(String kept, ReportProblem tooShort, ReportProblem tooLong) {
        int characters = kept.codePointCount(0, kept.length());
        return characters < LEAST_CHARACTERS
                ? Optional.of(tooShort)
                : characters > MOST_CHARACTERS ? Optional.of(tooLong) : Optional.empty();
    }
}
