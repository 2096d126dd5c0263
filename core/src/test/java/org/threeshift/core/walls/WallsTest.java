package org.threeshift.core.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final String CORE = "org.threeshift.core";
    private static final String COUNTER = "org.threeshift.core.walls.counterexample";
    private static final String[] PURE = {
        "org.threeshift.core.interview.model..",
        "org.threeshift.core.rubric..",
        "org.threeshift.core.hours..",
        "org.threeshift.core.pairs.model.."
    };

    /** The graphs, and the words that it is told people by. Chance comes from seeds. */
    private static final String[] PAIRING = {
        "org.jgrapht..",
        "org.threeshift.core.hours..",
        "org.threeshift.core.rubric..",
        "org.threeshift.core.people.Seniority"
    };

    private final JavaClasses core = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(CORE);
    private final JavaClasses counterexamples = new ClassFileImporter().importPackages(COUNTER);

    @Test
    void the_model_of_an_interview_uses_only_java() {
        holds(Walls.purePackagesUseOnlyJava(PURE));
        rejects(Walls.purePackagesUseOnlyJava(COUNTER + ".model.."), "org.springframework");
    }

    @Test
    void the_model_of_an_interview_reads_no_clock_and_throws_no_dice() {
        holds(Walls.purePackagesReadNoClockAndThrowNoDice(PURE));
        rejects(Walls.purePackagesReadNoClockAndThrowNoDice(COUNTER + ".model.."), "Instant.now");
        rejects(Walls.purePackagesReadNoClockAndThrowNoDice(COUNTER + ".model.."), "UUID.randomUUID");
    }

    @Test
    void putting_people_together_is_reckoned_from_what_it_is_given() {
        holds(Walls.usesOnlyJavaAnd("org.threeshift.core.pairing..", PAIRING));
        rejects(Walls.usesOnlyJavaAnd(COUNTER + ".model..", PAIRING), "org.springframework");
        holds(Walls.packagesReadNoClock("org.threeshift.core.pairing.."));
        rejects(Walls.packagesReadNoClock(COUNTER + ".model.."), "Instant.now");
    }

    @Test
    void only_postgres_classes_speak_sql() {
        holds(Walls.onlyPostgresClassesSpeakSql(CORE + ".."));
        rejects(Walls.onlyPostgresClassesSpeakSql(COUNTER + ".."), "JdbcClient");
    }

    @Test
    void packages_form_no_cycle() {
        holds(Walls.noPackageCycles(CORE));
        rejects(Walls.noPackageCycles(COUNTER), "Cycle detected");
    }

    private void holds(ArchRule rule) {
        assertThatNoException().isThrownBy(() -> rule.check(core));
    }

    private void rejects(ArchRule rule, String naming) {
        assertThat(rule.evaluate(counterexamples).getFailureReport().toString()).contains(naming);
    }
}
