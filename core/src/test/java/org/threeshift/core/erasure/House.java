package org.threeshift.core.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.audit.Whence;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.export.DataExports;
import org.threeshift.core.export.ExportPart;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.outage.Outage;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.retention.Sweep;
import org.threeshift.core.scorecard.Rehearsal;

/** All of core that keeps words of people, on a real database. */
final class House implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    final TestDatabase database = TestDatabase.fresh();
    private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
    /** From where whatever is done is done. */
    String place = "elsewhere";
    /** What happens while the next export is being made. */
    Runnable meanwhile = () -> {};

    House() {
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        application.registerBean(JdbcClient.class, database::jdbcClient);
        application.registerBean(Bell.class, LocalBell::new);
        application.registerBean(Outage.class, () -> _ -> false);
        application.registerBean(TransactionOperations.class, () -> transactions);
        application.registerBean(
                Whence.class, () -> () -> new Whence.From(Optional.of(place), Optional.of("request of " + place)));
        application.registerBean("meanwhile", ExportPart.class, () -> _ -> {
            Runnable happens = meanwhile;
            meanwhile = () -> {};
            happens.run();
            return Stream.empty();
        });
        application.scan(List.of(
                        "id",
                        "people",
                        "bank",
                        "interview",
                        "invitee",
                        "scorecard",
                        "cohort",
                        "consent",
                        "sharing",
                        "coachnotes",
                        "export",
                        "erasure",
                        "feedback",
                        "notes",
                        "mail",
                        "notice",
                        "calendar",
                        "presence",
                        "audit",
                        "retention",
                        "settings")
                .stream()
                .map(name -> "org.threeshift.core." + name)
                .toArray(String[]::new));
        application.refresh();
    }

    @Override
    public void close() {
        application.close();
        database.close();
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    Sweep sweep(String name) {
        return application.getBeansOfType(Sweep.class).values().stream()
                .filter(sweep -> sweep.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Everything that is in a person's ZIP. */
    String words(Person person) {
        var export = bean(DataExports.class).of(person).getFirst();
        byte[] zip = bean(DataExports.class).fetch(export.id(), person).orElseThrow();
        assertThat(bean(DataExports.class).fetch(export.id(), person)).isEmpty();
        var all = new StringBuilder();
        try (var stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                all.append(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    Rehearsal rehearsal(long seed) {
        return new Rehearsal(
                bean(Hosting.class),
                bean(Interviews.class),
                bean(Banks.class),
                Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS),
                seed);
    }

    Question question(String round) {
        var bank = bean(Banks.class).newest("marketing-manager").orElseThrow();
        return bank.question(bank.round(round).orElseThrow().questions().getFirst())
                .orElseThrow();
    }

    static CohortId done(org.threeshift.core.cohort.Outcome outcome) {
        return switch (outcome) {
            case org.threeshift.core.cohort.Outcome.Done(var cohort) -> cohort;
            case org.threeshift.core.cohort.Outcome.Refused(var refusal) ->
                throw new IllegalStateException(refusal.name());
            case org.threeshift.core.cohort.Outcome.NotThere() -> throw new IllegalStateException("not there");
        };
    }

    Person person(String name, String email, Role role) {
        return switch (bean(People.class).register(name, email, PASSWORD, "Europe/Berlin", role)) {
            case Outcome.Done(var done) -> done;
            case Outcome.Refused(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }
}
