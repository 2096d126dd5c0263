package org.threeshift.core.cohort;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.cohort.ImportProblem.Code;
import org.threeshift.core.cohort.ImportRow.State;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Asks many people at once into a cohort, by a table. Looked at first; then all of it happens, or nothing. */
@Service
public class Imports {
    private final PostgresCohortStore store;
    private final Coaching coaching;
    private final People people;
    private final TransactionOperations transactions;
    private final InstantSource time;

    Imports(
            PostgresCohortStore store,
            Coaching coaching,
            People people,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.coaching = coaching;
        this.people = people;
        this.transactions = transactions;
        this.time = time;
    }

    /** What became of a table. */
    public sealed interface Imported {
        /** @param asked how many invitations were sent */
        record Done(int asked) implements Imported {}

        /** Something stands in the way, or has come into it since the table was looked at: nothing was done. */
        record NotReady(ImportTable table) implements Imported {}

        record Refused(Refusal refusal) implements Imported {}

        record NotThere() implements Imported {}
    }

    /** What the table would do; absent for whoever does not follow the cohort. */
    public Optional<ImportTable> look(Person coach, CohortId cohort, String text) {
        return coaching.find(cohort, coach).map(page -> recognised(page, ImportReader.read(text)));
    }

    /** Does what {@link #look} shows. */
    public Imported run(Person coach, CohortId cohort, String text) {
        return transactions.execute(transaction -> {
            Optional<CohortPage> found = coaching.find(cohort, coach);
            if (found.isEmpty()) {
                return new Imported.NotThere();
            }
            CohortPage page = found.get();
            ImportTable table = recognised(page, ImportReader.read(text));
            if (!table.ready()) {
                return new Imported.NotReady(table);
            }
            List<ImportRow> wanted =
                    table.rows().stream().filter(ImportRow::sends).toList();
            for (ImportRow row : wanted) {
                if (coaching.ask(coach, page.cohort(), row.email(), row.about(), time.instant(), true)
                        instanceof Outcome.Refused(var refusal)) {
                    transaction.setRollbackOnly();
                    return new Imported.Refused(refusal);
                }
            }
            return new Imported.Done(wanted.size());
        });
    }

    private ImportTable recognised(CohortPage page, ImportTable table) {
        Map<String, Person> known = new HashMap<>();
        people.withAddresses(table.rows().stream().map(ImportRow::email).toList())
                .forEach(person -> known.put(person.email().orElseThrow(), person));
        Set<PersonId> in = new HashSet<>();
        Set<PersonId> asked = new HashSet<>();
        Set<String> askedByAddress = new HashSet<>();
        page.members().forEach(one -> one.person().ifPresent(in::add));
        page.invitations().forEach(one -> {
            one.person().ifPresent(asked::add);
            one.email().ifPresent(askedByAddress::add);
        });
        Set<PersonId> coaches = new HashSet<>(store.coaches(page.cohort().id()));
        Set<String> unwanted =
                coaching.unwanted(table.rows().stream().map(ImportRow::email).toList());
        return new ImportTable(
                table.text(),
                table.problems(),
                table.rows().stream()
                        .map(row -> {
                            if (row.bad()) {
                                return row;
                            }
                            Optional<PersonId> person =
                                    Optional.ofNullable(known.get(row.email())).map(Person::id);
                            if (person.filter(coaches::contains).isPresent()) {
                                return row.refused(ImportProblem.of(Code.COACHES_IT));
                            }
                            if (person.filter(in::contains).isPresent()) {
                                return row.as(State.IN_ALREADY);
                            }
                            if (person.filter(asked::contains).isPresent() || askedByAddress.contains(row.email())) {
                                return row.as(State.ASKED_ALREADY);
                            }
                            return person.isEmpty() && unwanted.contains(row.email())
                                    ? row.refused(ImportProblem.of(Code.EMAIL_UNWANTED))
                                    : row.as(State.NEW);
                        })
                        .toList());
    }
}
