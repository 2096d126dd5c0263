package org.threeshift.web.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.InterviewIndex.Entry;
import org.threeshift.core.interview.model.Arrival;
import org.threeshift.web.home.Sittings.Sitting;
import org.threeshift.web.host.NextStep;
import org.threeshift.web.next.NextThing;
import org.threeshift.web.next.NextThing.Timing;
import org.threeshift.web.page.Texts;

/** What interviews and exchanges ask of somebody next, out of the lists that home has looked up anyway. */
@Component
final class InterviewsNext {
    private final Texts texts;

    InterviewsNext(Texts texts) {
        this.texts = texts;
    }

    /** @param lines of interviews that are not over, halves of exchanges too */
    List<NextThing> of(List<Line> lines, List<Sitting> exchanges, Instant now) {
        var all = new ArrayList<NextThing>();
        for (Line line : lines) {
            switch (line.entry().phase()) {
                case SCHEDULED -> all.add(coming(line, now));
                case LIVE -> all.add(running(line));
                case DEBRIEFING -> {
                    if (line.mine()) {
                        all.add(waiting(line));
                    }
                }
                case PUBLISHED, CANCELLED -> {}
            }
        }
        exchanges.stream().filter(InterviewsNext::swaps).map(this::swap).forEach(all::add);
        return List.copyOf(all);
    }

    private NextThing coming(Line line, Instant now) {
        Entry entry = line.entry();
        boolean preparing = Arrival.at(entry.startsAt(), now) == Arrival.PREPARING;
        return new NextThing(
                Timing.BEGINS,
                entry.startsAt(),
                entry.startsAt(),
                title(line),
                what(entry),
                texts.text(preparing ? "prepare.title" : "home.next.join"),
                preparing ? NextStep.preparing(entry.id()) : place(entry),
                line.watches());
    }

    private NextThing running(Line line) {
        return new NextThing(
                Timing.RUNS,
                line.entry().startsAt(),
                line.entry().startsAt(),
                title(line),
                what(line.entry()),
                texts.text("home.next.go-on"),
                place(line.entry()),
                line.watches());
    }

    private NextThing waiting(Line line) {
        return new NextThing(
                Timing.WAITS,
                line.entry().owedSince().orElse(line.entry().startsAt()),
                title(line),
                what(line.entry()),
                texts.text("home.next.turn." + line.turn()),
                place(line.entry()));
    }

    private static boolean swaps(Sitting sitting) {
        return sitting.card().asksReader() || sitting.card().goesTo().isPresent();
    }

    private NextThing swap(Sitting sitting) {
        boolean goesOn = sitting.card().goesTo().isPresent();
        return new NextThing(
                goesOn ? Timing.RUNS : Timing.WAITS,
                sitting.card().first().half().startsAt(),
                texts.text("home.next.exchange", sitting.card().other()),
                texts.text(
                        "exchange.standing." + sitting.card().standing() + ".title",
                        sitting.card().other()),
                texts.text(goesOn ? "home.next.second-half" : "home.next.answer"),
                sitting.card().goesTo().orElse(sitting.card().path()));
    }

    private String title(Line line) {
        return texts.text(
                switch (line.entry().seat()) {
                    case CANDIDATE -> "home.next.candidate";
                    case INTERVIEWER -> "home.next.interviewer";
                    case SHADOW, OBSERVER -> "home.next.watcher";
                },
                line.other());
    }

    private String what(Entry entry) {
        return texts.text("home.next.what", entry.roundTitle(), entry.minutes());
    }

    private static String place(Entry entry) {
        return NextStep.of(entry.id(), entry.phase(), entry.seat()).path();
    }
}
