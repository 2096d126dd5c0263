package org.threeshift.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.beans.Introspector;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Core, console and web are one application: two beans of one name in them, and it does not start. */
class BeanNamesTest {
    private static final ImportOption SHIPPED = new ImportOption() {
        @Override
        public boolean includes(Location location) {
            return !location.contains("test-classes") && !location.contains("-tests.jar");
        }
    };

    @Test
    void no_two_beans_have_one_name() {
        JavaClasses shipped = new ClassFileImporter().withImportOption(SHIPPED).importPackages("org.threeshift");
        assertThat(named(shipped))
                .hasSizeGreaterThan(100)
                .containsKeys("scorecards", "homeController", "threeshiftApplication");
        assertThat(shipped.stream().map(JavaClass::getPackageName))
                .as("all three modules are looked at")
                .anyMatch(name -> name.startsWith("org.threeshift.interviewer"));
        assertThat(clashes(shipped)).isEmpty();
    }

    @Test
    void two_of_one_name_are_found() {
        assertThat(clashes(new ClassFileImporter().importPackages("threeshift.counterexample")))
                .containsOnlyKeys("twin");
    }

    /** Spring Boot makes some of its beans in some installations alone, as one for mail where there is a server for it. */
    @Test
    void no_class_of_ours_takes_the_name_of_a_bean_of_spring_boot() {
        Map<String, Set<String>> boot = named(new ClassFileImporter().importPackages("org.springframework.boot"));
        assertThat(boot).as("beans of some installations alone").containsKeys("mailSender", "dataSource");
        JavaClasses shipped = new ClassFileImporter().withImportOption(SHIPPED).importPackages("org.threeshift");
        assertThat(shared(shipped, boot)).isEmpty();
        assertThat(shared(new ClassFileImporter().importPackages("threeshift.counterexample"), boot))
                .containsExactly("mailSender");
    }

    private static Set<String> shared(JavaClasses ours, Map<String, Set<String>> theirs) {
        return ours.stream()
                .filter(BeanNamesTest::isBean)
                .map(BeanNamesTest::name)
                .filter(theirs::containsKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isBean(JavaClass each) {
        return !each.isAnnotation()
                && (each.isMetaAnnotatedWith(Component.class) || each.isAnnotatedWith(Component.class));
    }

    private static Map<String, Set<String>> clashes(JavaClasses classes) {
        return named(classes).entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Who makes a bean of each name: a class that is one, or one with a method for it. */
    private static Map<String, Set<String>> named(JavaClasses classes) {
        Map<String, Set<String>> named = new TreeMap<>();
        classes.stream().filter(BeanNamesTest::isBean).forEach(each -> {
            add(named, name(each), each.getName());
            each.getMethods().stream()
                    .filter(method -> method.isAnnotatedWith(Bean.class))
                    .forEach(method -> names(method).forEach(name -> add(named, name, each.getName())));
        });
        return named;
    }

    private static void add(Map<String, Set<String>> named, String name, String by) {
        named.computeIfAbsent(name, _ -> new TreeSet<>()).add(by);
    }

    private static Stream<String> names(JavaMethod method) {
        String[] given = method.getAnnotationOfType(Bean.class).name();
        return given.length == 0 ? Stream.of(method.getName()) : Stream.of(given);
    }

    /** As Spring does it, unless a name is given, which nobody here does. */
    private static String name(JavaClass bean) {
        String full = bean.getName().substring(bean.getPackageName().length() + 1);
        return Introspector.decapitalize(full.replace('$', '.'));
    }
}
