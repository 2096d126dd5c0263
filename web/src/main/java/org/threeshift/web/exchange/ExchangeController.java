package org.threeshift.web.exchange;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.threeshift.core.exchange.Chair;
import org.threeshift.core.exchange.ExchangeId;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.exchange.Exchanges.Swap;
import org.threeshift.core.people.CurrentPerson;

/** An exchange's page for its two people, and what they say about the swap. To everybody else there is no such page. */
@Controller
@RequestMapping("/exchanges/{id}")
final class ExchangeController {
    private final ExchangeCards cards;
    private final Exchanges exchanges;
    private final CurrentPerson currentPerson;

    ExchangeController(ExchangeCards cards, Exchanges exchanges, CurrentPerson currentPerson) {
        this.cards = cards;
        this.exchanges = exchanges;
        this.currentPerson = currentPerson;
    }

    /** @param model holds the link's secret right after the exchange was set up, and never again */
    @GetMapping
    ModelAndView show(@PathVariable String id, Model model) {
        Optional<String> link = Optional.ofNullable(model.getAttribute("invitation"))
                .map(token -> ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/join/{token}")
                        .buildAndExpand(token)
                        .toUriString());
        return page(card(id), link, "");
    }

    /** What the page's script asks for again and again. */
    @GetMapping("/standing")
    Object standing(@PathVariable String id, WebRequest request) {
        ExchangeCard card = card(id);
        if (request.checkNotModified(Integer.toHexString(card.version().hashCode()))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        var fragment = new ModelAndView("exchange/standing");
        fragment.addObject("card", card);
        return fragment;
    }

    /** @param from the page to come back to while the other one has not agreed: the room, or this one */
    @PostMapping("/swap")
    ModelAndView swap(@PathVariable String id, @RequestParam(defaultValue = "") String from) {
        ExchangeCard card = card(id);
        return answer(card, exchanges.agree(card.view().id(), card.view().reader()), from);
    }

    @PostMapping("/stay")
    ModelAndView stay(@PathVariable String id, @RequestParam(defaultValue = "") String from) {
        ExchangeCard card = card(id);
        return answer(card, exchanges.decline(card.view().id(), card.view().reader()), from);
    }

    private ModelAndView answer(ExchangeCard before, Swap swap, String from) {
        return switch (swap) {
            case Swap.Done(var view) -> new ModelAndView("redirect:" + onward(ExchangeCard.of(view, ""), from));
            case Swap.Refused(var sentence) -> page(card(before.view().id().toString()), Optional.empty(), sentence);
        };
    }

    private static String onward(ExchangeCard card, String from) {
        ExchangeView view = card.view();
        String back = from.equals("room") && view.chair() == Chair.CANDIDATE
                ? "/room/" + view.first().id()
                : card.path();
        return card.goesTo().orElse(back);
    }

    private static ModelAndView page(ExchangeCard card, Optional<String> link, String problem) {
        var page = new ModelAndView(
                "exchange/exchange", problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("card", card);
        page.addObject("link", link);
        page.addObject("problem", problem);
        return page;
    }

    private ExchangeCard card(String id) {
        return ExchangeId.parse(id)
                .flatMap(exchange ->
                        cards.find(exchange, currentPerson.required().id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
