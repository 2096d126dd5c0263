package org.threeshift.interviewer.shell;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final JavaClasses CONSOLE = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("org.threeshift.interviewer");
    private static final JavaClasses COUNTER_EXAMPLE =
            new ClassFileImporter().importPackages("org.threeshift.interviewer.counterexample");

    private static final ArchRule PRESENTERS_KNOW_NO_BROWSER = noClasses()
            .that()
            .haveSimpleNameEndingWith("Presenter")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.vaadin..", "jakarta.servlet.."));
    private static final ArchRule PRESENTERS_STAY_IN_THEIR_PACKAGE =
            classes().that().haveSimpleNameEndingWith("Presenter").should().bePackagePrivate();
    private static final ArchRule NOBODY_TOUCHES_LOG_OR_DATABASE = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                    .or(simpleNameStartingWith("Postgres"))
                    .or(simpleNameEndingWith("Log")));

    /** {@code setText} sends words to the browser although they stand there already, see {@link Parts#write}. */
    private static final ArchRule WORDS_ARE_WRITTEN_IN_ONE_PLACE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Parts.class.getName())
            .should()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("setText"))
                    .and(JavaCall.Predicates.target(HasOwner.Predicates.With.owner(assignableTo(HasText.class)))));

    @Test
    void words_that_stand_are_not_sent_again() {
        WORDS_ARE_WRITTEN_IN_ONE_PLACE.check(CONSOLE);
        var said = new Span("Saved");
        Element words = said.getElement().getChild(0);
        Parts.write(said, "Saved");
        assertThat(said.getElement().getChild(0)).isEqualTo(words);
        Parts.write(said, "Saving");
        assertThat(said.getText()).isEqualTo("Saving");
    }

    @Test
    void a_part_that_writes_words_at_each_look_is_refused() {
        assertThat(WORDS_ARE_WRITTEN_IN_ONE_PLACE.evaluate(COUNTER_EXAMPLE).hasViolation())
                .isTrue();
    }

    @Test
    void a_presenter_knows_no_browser() {
        PRESENTERS_KNOW_NO_BROWSER.check(CONSOLE);
        PRESENTERS_STAY_IN_THEIR_PACKAGE.check(CONSOLE);
    }

    @Test
    void a_presenter_with_a_button_is_refused() {
        assertThat(PRESENTERS_KNOW_NO_BROWSER.evaluate(COUNTER_EXAMPLE).hasViolation())
                .isTrue();
    }

    @Test
    void a_presenter_that_everybody_can_reach_is_refused() {
        assertThat(PRESENTERS_STAY_IN_THEIR_PACKAGE.evaluate(COUNTER_EXAMPLE).hasViolation())
                .isTrue();
    }

    @Test
    void no_screen_touches_the_log_or_the_database() {
        NOBODY_TOUCHES_LOG_OR_DATABASE.check(CONSOLE);
    }

    @Test
    void a_view_that_asks_the_database_is_refused() {
        assertThat(NOBODY_TOUCHES_LOG_OR_DATABASE.evaluate(COUNTER_EXAMPLE).hasViolation())
                .isTrue();
    }
}
