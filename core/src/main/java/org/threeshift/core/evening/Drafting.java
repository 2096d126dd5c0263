package org.threeshift.core.evening;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.audit.TypedLine;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Question;
import org.threeshift.core.bank.Round;
import org.threeshift.core.evening.plan.Decks;
import org.threeshift.core.evening.plan.Wanted;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.WallTime;
import org.threeshift.core.people.PersonId;

/** Reads what a coach typed, and says everything that is wrong with it at once. */
final class Drafting {
    static final int LONGEST_TITLE = 100;
    static final int LONGEST_NOTE = 2_000;
    static final int LONGEST_REASON = 500;

    private static final Duration AHEAD = Duration.ofDays(366);

    private final List<Problem> problems = new ArrayList<>();
    private final List<Bank> banks;
    private final ZoneId zone;
    private final Instant now;

    /** @param banks the newest version of each */
    Drafting(List<Bank> banks, ZoneId zone, Instant now) {
        this.banks = List.copyOf(banks);
        this.zone = zone;
        this.now = now;
    }

    /** @param decks the questions of each slot */
    record Read(
            String title, String note, Agreed agreed, Shape shape, List<List<String>> decks, Set<PersonId> guests) {}

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * @param members who may be asked
     * @param asked   whoever was asked before, who need not be chosen again
     * @return absent when there are problems
     */
    Optional<Read> read(Draft draft, Set<PersonId> members, Set<PersonId> asked) {
        String title = TypedLine.of(draft.title());
        check(title.isEmpty() || length(title) > LONGEST_TITLE, "title", "title", LONGEST_TITLE);
        check(!printable(draft.title()), "title", "title-unprintable");
        String note = note(draft.note());
        Optional<Instant> start = start(draft);
        OptionalInt minutes = number(draft.slotMinutes(), Shape.SHORTEST_SLOT, Shape.LONGEST_SLOT);
        boolean even = minutes.isPresent() && minutes.getAsInt() % 2 == 0;
        check(!even, "slotMinutes", "slotMinutes", Shape.SHORTEST_SLOT, Shape.LONGEST_SLOT);
        OptionalInt pause = number(draft.breakMinutes(), 0, Shape.LONGEST_BREAK);
        check(pause.isEmpty(), "breakMinutes", "breakMinutes", Shape.LONGEST_BREAK);
        OptionalInt slots = number(draft.slots(), 1, Wanted.MOST_SLOTS);
        check(slots.isEmpty(), "slots", "slots", Wanted.MOST_SLOTS);
        OptionalInt rooms = number(draft.rooms(), 1, Wanted.MOST_ROOMS);
        check(rooms.isEmpty(), "rooms", "rooms", Wanted.MOST_ROOMS);
        Set<PersonId> guests = guests(draft, members, asked);
        List<List<String>> decks =
                even && slots.isPresent() ? decks(draft, slots.getAsInt(), minutes.getAsInt()) : List.of();
        if (!problems.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        var shape = new Shape(
                minutes.getAsInt(),
                pause.getAsInt(),
                slots.getAsInt(),
                rooms.getAsInt(),
                bank(draft).orElse(""),
                draft.rounds());
        return Optional.of(
                new Read(title, note, Agreed.of(Span.of(start.get(), shape.length()), zone), shape, decks, guests));
    }

    private void check(boolean wrong, String field, String sentence, Object... places) {
        if (wrong && problems.stream().noneMatch(one -> one.field().equals(field))) {
            problems.add(new Problem(field, EveningWords.of(sentence, places)));
        }
    }

    private String note(String typed) {
        String note = typed.replace("\r\n", "\n").strip();
        check(length(note) > LONGEST_NOTE || !printable(typed), "note", "note", LONGEST_NOTE);
        return note;
    }

    private Optional<Instant> start(Draft draft) {
        Optional<LocalDate> day = parsed(() -> LocalDate.parse(draft.day()));
        Optional<LocalTime> time = parsed(() -> LocalTime.parse(draft.time()).truncatedTo(ChronoUnit.MINUTES));
        check(day.isEmpty(), "day", "day");
        check(time.isEmpty(), "time", "time");
        if (day.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        return switch (new WallTime(day.get().atTime(time.get()), zone).read(draft.pass())) {
            case WallTime.Reading.At(var start) -> {
                check(!start.isAfter(now), "day", "past");
                check(start.isAfter(now.plus(AHEAD)), "day", "far");
                yield Optional.of(start);
            }
            case WallTime.Reading.Never(var sentence) -> wrong("time", sentence);
            case WallTime.Reading.Twice(var sentence) -> wrong("pass", sentence);
        };
    }

    private Optional<Instant> wrong(String field, String sentence) {
        problems.add(new Problem(field, sentence));
        return Optional.empty();
    }

    private static <T> Optional<T> parsed(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static OptionalInt number(String typed, int from, int until) {
        if (!typed.strip().matches("\\d{1,4}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(typed.strip());
        return number >= from && number <= until ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private Set<PersonId> guests(Draft draft, Set<PersonId> members, Set<PersonId> asked) {
        Set<PersonId> guests = new LinkedHashSet<>();
        for (PersonId member : members) {
            if (draft.guests().contains(member.toString()) && !asked.contains(member)) {
                guests.add(member);
            }
        }
        check(guests.isEmpty() && asked.isEmpty(), "guests", "guests");
        check(guests.size() + asked.size() > Wanted.MOST_PEOPLE, "guests", "guests-many", Wanted.MOST_PEOPLE);
        return guests;
    }

    private static Optional<String> bank(Draft draft) {
        return draft.rounds().stream().map(Drafting::bankOf).findFirst();
    }

    private static String bankOf(String round) {
        return round.substring(0, Math.max(0, round.indexOf('/')));
    }

    private List<List<String>> decks(Draft draft, int slots, int minutes) {
        if (draft.rounds().stream().map(Drafting::bankOf).distinct().count() > 1) {
            check(true, "rounds", "one-bank");
            return List.of();
        }
        List<Decks.Card> cards = cards(draft.rounds());
        check(cards.isEmpty(), "rounds", "rounds");
        Optional<List<List<String>>> decks = Decks.deal(cards, slots, minutes);
        check(decks.isEmpty(), "rounds", "questions", Decks.enoughFor(cards, minutes), minutes);
        return decks.orElse(List.of());
    }

    /** Each question of the rounds once, in their order. */
    private List<Decks.Card> cards(List<String> rounds) {
        Set<Decks.Card> cards = new LinkedHashSet<>();
        for (Bank bank : banks) {
            for (Round round : bank.rounds()) {
                if (rounds.contains(bank.id() + "/" + round.id())) {
                    round.questions().stream()
                            .flatMap(id -> bank.question(id).stream())
                            .map(Drafting::card)
                            .forEach(cards::add);
                }
            }
        }
        return List.copyOf(cards);
    }

    private static Decks.Card card(Question question) {
        return new Decks.Card(question.id(), question.minutes());
    }

    /** Why a reason cannot be shown to everybody; absent when it can. */
    static Optional<Problem> reason(String typed) {
        String words = TypedLine.of(typed);
        if (!printable(typed)) {
            return Optional.of(new Problem("reason", EveningWords.of("reason-unprintable")));
        }
        if (words.isEmpty()) {
            return Optional.of(new Problem("reason", EveningWords.of("reason")));
        }
        return length(words) > LONGEST_REASON
                ? Optional.of(new Problem("reason", EveningWords.of("reason-long", LONGEST_REASON)))
                : Optional.empty();
    }

    private static boolean printable(String typed) {
        return typed.codePoints().noneMatch(each -> Character.isISOControl(each) && !Character.isWhitespace(each))
                && typed.codePoints()
                        .noneMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    }

    private static int length(String words) {
        return words.codePointCount(0, words.length());
    }
}
