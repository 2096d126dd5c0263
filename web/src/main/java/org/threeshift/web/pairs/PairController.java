package org.threeshift.web.pairs;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.booking.Bookings;
import org.threeshift.core.booking.Bookings.OpenHour;
import org.threeshift.core.pairs.Draws;
import org.threeshift.core.pairs.HeldRounds;
import org.threeshift.core.pairs.PairAnswer;
import org.threeshift.core.pairs.PairView;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.pairs.RoundOffers;
import org.threeshift.core.pairs.model.Decline;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.page.Texts;

/** A pair's page for its two people, and what they say to it. To everybody else there is no such page. */
@Controller
@RequestMapping("/practice/pairs")
final class PairController {
    /** Hours of coaches that are offered to whoever has no partner. */
    private static final int COACHES = 3;

    private final Pairs pairs;
    private final HeldRounds rounds;
    private final RoundOffers offers;
    private final Draws draws;
    private final PairCards cards;
    private final Bookings bookings;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    PairController(
            Pairs pairs,
            HeldRounds rounds,
            RoundOffers offers,
            Draws draws,
            PairCards cards,
            Bookings bookings,
            CurrentPerson currentPerson,
            Texts texts) {
        this.pairs = pairs;
        this.rounds = rounds;
        this.offers = offers;
        this.draws = draws;
        this.cards = cards;
        this.bookings = bookings;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView own() {
        PersonId person = member();
        var view = new ModelAndView("pairs/own");
        view.addObject("cards", cards.of(person));
        view.addObject("next", draws.next());
        boolean left = draws.isLeft(person);
        view.addObject("left", left);
        view.addObject("looking", draws.looking(person));
        view.addObject("coaches", left ? coaches() : List.of());
        return view;
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String id) {
        return page(pair(id), "", "", "");
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(@PathVariable String id) {
        PairAnswer answer = pairs.confirm(pair(id).id(), member());
        return answer instanceof PairAnswer.Done(var view) && view.now()
                ? new ModelAndView("redirect:" + afterTap(view))
                : answer(answer, "", "");
    }

    /** Whoever has tapped in the waiting room goes where the other will come to. */
    private String afterTap(PairView view) {
        return view.state() instanceof Confirmed ? cards.of(view).goesTo() : "/practice/now";
    }

    /** @param reason the name of one */
    @PostMapping("/{id}/decline")
    ModelAndView decline(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        PairView view = pair(id);
        Optional<Decline> known = Arrays.stream(Decline.values())
                .filter(one -> one.name().equals(reason))
                .findFirst();
        if (known.isEmpty()) {
            return page(view, "reason", texts.text("pairs.decline.wrong"), "");
        }
        PairAnswer answer = pairs.decline(view.id(), member(), known.get());
        return answer instanceof PairAnswer.Done && view.now()
                ? new ModelAndView("redirect:/practice/now")
                : answer(answer, "", "");
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable String id, @RequestParam(defaultValue = "") String why) {
        return answer(pairs.cancel(pair(id).id(), member(), why), "why", why);
    }

    /** @param from when the hour begins that both have, in ISO form */
    @PostMapping("/{id}/move")
    ModelAndView move(@PathVariable String id, @RequestParam(defaultValue = "") String from) {
        PairView view = pair(id);
        return instant(from)
                .map(start -> answer(pairs.askToMove(view.id(), member(), start), "", ""))
                .orElseGet(() -> page(view, "", texts.text("pairs.move.wrong"), ""));
    }

    /** @param from the hour that the page showed */
    @PostMapping("/{id}/move/agree")
    ModelAndView agree(@PathVariable String id, @RequestParam(defaultValue = "") String from) {
        PairView view = pair(id);
        return instant(from)
                .map(start -> answer(pairs.agreeToMove(view.id(), member(), start), "", ""))
                .orElseGet(() -> page(view, "", texts.text("pairs.move.wrong"), ""));
    }

    @PostMapping("/{id}/move/stay")
    ModelAndView stay(@PathVariable String id) {
        return answer(pairs.stay(pair(id).id(), member()), "", "");
    }

    /** @param round as the list on the page has it */
    @PostMapping("/{id}/round")
    ModelAndView round(@PathVariable String id, @RequestParam(defaultValue = "") String round) {
        return answer(offers.choose(pair(id).id(), member(), round), "round", "");
    }

    private ModelAndView answer(PairAnswer answer, String field, String typed) {
        return switch (answer) {
            case PairAnswer.Done(var view) -> new ModelAndView("redirect:/practice/pairs/" + view.id());
            case PairAnswer.Refused(var refusal, var sentence, var view) ->
                page(view, refusal.ofField() ? field : "", sentence, typed);
            case PairAnswer.NotThere _ -> throw missing();
        };
    }

    /** @param field beside which the problem is shown; empty for above everything */
    private ModelAndView page(PairView view, String field, String problem, String why) {
        var page = new ModelAndView("pairs/pair", problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        PairCard card = cards.of(view);
        page.addObject("card", card);
        page.addObject("reason", pairs.reason(view));
        page.addObject("round", rounds.of(view));
        page.addObject("asked", offers.of(view));
        page.addObject("looking", card.free() ? draws.looking(view.reader()) : Optional.empty());
        page.addObject("coaches", card.free() ? coaches() : List.of());
        page.addObject("hours", pairs.hours(view.id(), view.reader()));
        page.addObject("next", draws.next());
        page.addObject("field", field);
        page.addObject("problem", problem);
        page.addObject("why", why);
        return page;
    }

    /** Hours of coaches, for whoever has no partner. */
    private List<OpenHour> coaches() {
        return bookings.soonest(currentPerson.required(), COACHES);
    }

    private PairView pair(String id) {
        PersonId person = member();
        return PairId.parse(id).flatMap(pair -> pairs.look(pair, person)).orElseThrow(PairController::missing);
    }

    private PersonId member() {
        return currentPerson.required().id();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
