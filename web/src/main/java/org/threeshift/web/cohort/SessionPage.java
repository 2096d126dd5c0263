package org.threeshift.web.cohort;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.threeshift.core.following.ItemAnalysis;
import org.threeshift.core.following.SessionReport;
import org.threeshift.core.following.SessionReport.Held;
import org.threeshift.core.following.SessionReport.Item;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.page.Csv;
import org.threeshift.web.page.Texts;

/** A session report with the words that its page, its PDF and its table need: the same in all three. */
public record SessionPage(SessionReport report, Texts texts) {
    private static final String NONE = "–";

    public String name(PersonId id) {
        return report.person(id).map(Person::name).orElseGet(() -> texts.text("cohort.session.somebody"));
    }

    public String interviewers(Held held) {
        return held.interviewers().stream().map(this::name).sorted().collect(Collectors.joining(", "));
    }

    /** What became of it, in a few words. */
    public String state(Held held) {
        return switch (held.phase()) {
            case PUBLISHED ->
                held.open() == 0
                        ? texts.text("cohort.session.state.published")
                        : texts.text("cohort.session.state.without", held.open());
            case DEBRIEFING ->
                held.open() == 0
                        ? texts.text("cohort.session.state.complete")
                        : texts.text("cohort.session.state.open", held.open());
            case LIVE -> texts.text("cohort.session.state.live");
            case SCHEDULED, CANCELLED -> "";
        };
    }

    public boolean waits(Held held) {
        return held.phase() == Phase.DEBRIEFING && held.open() > 0;
    }

    public String spread(Held held) {
        return number(held.spread());
    }

    /** From 0 to 100, as a share is read. */
    public String difficulty(Item item) {
        return Math.round(100 * item.quality().difficulty()) + " %";
    }

    public String discrimination(Item item) {
        OptionalDouble value = item.quality().discrimination();
        return value.isPresent()
                ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()).replace('-', '−')
                : NONE;
    }

    /** What the discrimination means. */
    public String meaning(Item item) {
        OptionalDouble value = item.quality().discrimination();
        if (value.isEmpty()) {
            return item.quality().compared() < ItemAnalysis.LEAST_INTERVIEWS
                    ? texts.text("cohort.session.item.few", item.quality().compared(), ItemAnalysis.LEAST_INTERVIEWS)
                    : texts.text("cohort.session.item.flat");
        }
        if (value.getAsDouble() >= ItemAnalysis.SEPARATES) {
            return texts.text("cohort.session.item.separates");
        }
        return texts.text(
                value.getAsDouble() < ItemAnalysis.HARDLY
                        ? "cohort.session.item.hardly"
                        : "cohort.session.item.somewhat");
    }

    /** Both tables, one below the other, each with its own head. */
    String csv() {
        var csv = new Csv()
                .row("started_at", "candidate", "interviewers", "round", "kind", "phase", "sheets_open", "spread");
        report.held()
                .forEach(held -> csv.row(
                        held.startedAt().toString(),
                        name(held.candidate()),
                        interviewers(held),
                        held.roundTitle(),
                        ProgressQuery.key(held.kind()),
                        ProgressQuery.key(held.phase()),
                        Integer.toString(held.open()),
                        exact(held.spread())));
        csv.row().row("question", "bank", "answers", "difficulty", "discrimination", "interviews_compared");
        report.items()
                .forEach(item -> csv.row(List.of(
                        item.title(),
                        item.bankId(),
                        Integer.toString(item.quality().answers()),
                        Double.toString(item.quality().difficulty()),
                        exact(item.quality().discrimination()),
                        Integer.toString(item.quality().compared()))));
        return csv.toString();
    }

    private static String exact(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : NONE;
    }
}
