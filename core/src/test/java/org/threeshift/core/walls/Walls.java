package org.threeshift.core.walls;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.threeshift.core.people.PersonId;

/** The rules. Each takes the packages that it guards, so that it can also be turned on a counter-example. */
public final class Walls {
    private Walls() {}

    /** A pure package uses only the language, null marks, other pure packages, and the id of a person. */
    static ArchRule purePackagesUseOnlyJava(String... pure) {
        DescribedPredicate<JavaClass> allowed = resideInAnyPackage("java..", "org.jspecify..")
                .or(resideInAnyPackage(pure))
                .or(equivalentTo(PersonId.class));
        return classes()
                .that()
                .resideInAnyPackage(pure)
                .should()
                .onlyDependOnClassesThat(allowed)
                .andShould()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage("java.sql..", "java.net.http..")));
    }

    /**
     * What only reckons: the language, null marks, the id of a person, and what is named besides.
     *
     * @param also packages, or the full names of classes
     */
    static ArchRule usesOnlyJavaAnd(String guarded, String... also) {
        DescribedPredicate<JavaClass> allowed = resideInAnyPackage("java..", "org.jspecify..", guarded)
                .or(resideInAnyPackage(also))
                .or(equivalentTo(PersonId.class))
                .or(DescribedPredicate.describe(
                        "is named", type -> List.of(also).contains(type.getFullName())));
        return classes()
                .that()
                .resideInAnyPackage(guarded)
                .should()
                .onlyDependOnClassesThat(allowed)
                .andShould()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage("java.sql..", "java.net.http..")));
    }

    static ArchRule packagesReadNoClock(String... guarded) {
        return noClasses()
                .that()
                .resideInAnyPackage(guarded)
                .should()
                .callCodeUnitWhere(readsClock().forSubtype());
    }

    private static DescribedPredicate<JavaCall<?>> readsClock() {
        return target(owner(Predicates.assignableTo(java.time.Instant.class)
                        .or(Predicates.assignableTo(java.time.LocalDate.class))
                        .or(Predicates.assignableTo(java.time.LocalDateTime.class))
                        .or(Predicates.assignableTo(java.time.ZonedDateTime.class))
                        .or(Predicates.assignableTo(java.time.Clock.class))))
                .and(target(nameMatching("now|systemUTC|systemDefaultZone|system")));
    }

    /** Time, ids and chance come in as arguments. */
    static ArchRule purePackagesReadNoClockAndThrowNoDice(String... pure) {
        DescribedPredicate<JavaCall<?>> dice = target(owner(Predicates.assignableTo(java.util.UUID.class)))
                .and(target(nameMatching("randomUUID")))
                .or(target(owner(Predicates.assignableTo(java.util.random.RandomGenerator.class))))
                .or(target(owner(Predicates.equivalentTo(Math.class))).and(target(nameMatching("random"))));
        return noClasses()
                .that()
                .resideInAnyPackage(pure)
                .should()
                .callCodeUnitWhere(readsClock().or(dice).forSubtype());
    }

    /** SQL lives in classes that say so. */
    static ArchRule onlyPostgresClassesSpeakSql(String... guarded) {
        return noClasses()
                .that()
                .resideInAnyPackage(guarded)
                .and(DescribedPredicate.not(simpleNameStartingWith("Postgres")))
                .and(DescribedPredicate.not(enclosedBy("Postgres")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.postgresql..");
    }

    /** Packages directly under a root form no cycle. */
    public static ArchRule noPackageCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** Views and controllers ask services: they touch neither the log nor the database. */
    public static ArchRule facesTouchNoLogAndNoDatabase(String... guarded) {
        return noClasses()
                .that()
                .resideInAnyPackage(guarded)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.postgresql..")
                        .or(simpleNameStartingWith("Postgres"))
                        .or(nameMatching(".*InterviewLog")));
    }

    private static DescribedPredicate<JavaClass> enclosedBy(String prefix) {
        return DescribedPredicate.describe(
                "enclosed by " + prefix + "*",
                type -> type.getEnclosingClass()
                        .filter(outer -> outer.getSimpleName().startsWith(prefix))
                        .isPresent());
    }
}
