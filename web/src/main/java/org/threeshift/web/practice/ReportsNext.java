package org.threeshift.web.practice;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.Person;
import org.threeshift.core.relations.MemberReports;
import org.threeshift.web.next.NextThing;
import org.threeshift.web.next.NextThing.Timing;
import org.threeshift.web.next.NextThings;
import org.threeshift.web.page.Texts;

/** A report that waits: for admins, or, about the only admin, for whoever coaches the one who wrote it. */
@Component
final class ReportsNext implements NextThings {
    private final MemberReports reports;
    private final Texts texts;

    ReportsNext(MemberReports reports, Texts texts) {
        this.reports = reports;
        this.texts = texts;
    }

    @Override
    public List<NextThing> of(Person person, Instant now) {
        return switch (person.role()) {
            case ADMIN ->
                waiting(
                        person,
                        texts.text("practice.reports.next.admin.title"),
                        texts.text("practice.reports.next.admin.what"));
            case COACH ->
                waiting(person, texts.text("practice.reports.next.title"), texts.text("practice.reports.next.what"));
            case MEMBER -> List.of();
        };
    }

    private List<NextThing> waiting(Person person, String title, String what) {
        return reports.waiting(person).orElse(List.of()).stream()
                .map(report -> new NextThing(
                        Timing.WAITS,
                        report.at(),
                        title,
                        what,
                        texts.text("practice.reports.next.action"),
                        "/reports/" + report.id()))
                .toList();
    }
}
