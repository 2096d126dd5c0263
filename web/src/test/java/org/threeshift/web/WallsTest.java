package org.threeshift.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.threeshift.core.walls.Walls;

class WallsTest {
    private static final String WEB = "org.threeshift.web";
    private static final String COUNTER = WEB + ".counterexample";
    /** The packages with pages and addresses; {@code database} and {@code security} speak to PostgreSQL. */
    private static final String[] FACES = {
        WEB + ".account..",
        WEB + ".admin..",
        WEB + ".api..",
        WEB + ".audit..",
        WEB + ".bank..",
        WEB + ".call..",
        WEB + ".candidate..",
        WEB + ".home..",
        WEB + ".host..",
        WEB + ".keeping..",
        WEB + ".keys..",
        WEB + ".mail..",
        WEB + ".page..",
        WEB + ".report..",
        WEB + ".room..",
        WEB + ".sharing.."
    };

    private final JavaClasses web = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(WEB);
    private final JavaClasses counterexamples = new ClassFileImporter().importPackages(COUNTER);

    @Test
    void no_page_touches_the_log_or_the_database() {
        holds(Walls.facesTouchNoLogAndNoDatabase(FACES));
        rejects(Walls.facesTouchNoLogAndNoDatabase(COUNTER + ".."), "JdbcClient");
    }

    /** So that no connection waits while a PDF is set: whatever it prints was read before. */
    @Test
    void paper_is_set_without_core_and_without_a_database() {
        holds(setsAlone(WEB + ".paper.."));
        rejects(setsAlone(COUNTER + ".."), "JdbcClient");
    }

    private static ArchRule setsAlone(String where) {
        return noClasses()
                .that()
                .resideInAPackage(where)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.threeshift.core..", "java.sql..", "javax.sql..", "org.springframework.jdbc..");
    }

    @Test
    void packages_form_no_cycle() {
        holds(Walls.noPackageCycles(WEB));
        rejects(Walls.noPackageCycles(COUNTER), "Cycle detected");
    }

    private void holds(ArchRule rule) {
        assertThatNoException().isThrownBy(() -> rule.check(web));
    }

    private void rejects(ArchRule rule, String naming) {
        assertThat(rule.evaluate(counterexamples).getFailureReport().toString()).contains(naming);
    }
}
