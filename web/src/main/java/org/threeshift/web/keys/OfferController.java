package org.threeshift.web.keys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.id.Token;
import org.threeshift.core.keys.ProviderLinks;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** Where the owner of an account agrees that a provider may let them in: from inside it, or by its mail. */
@Controller
final class OfferController {
    private static final String OVER = "redirect:/account/ways?refused=offer-over";

    private final ProviderLinks links;
    private final LinkedProviders linked;
    private final CurrentPerson currentPerson;
    private final SignIn signIn;

    OfferController(ProviderLinks links, LinkedProviders linked, CurrentPerson currentPerson, SignIn signIn) {
        this.links = links;
        this.linked = linked;
        this.currentPerson = currentPerson;
        this.signIn = signIn;
    }

    @GetMapping("/account/offers/{offer}")
    ModelAndView inside(@PathVariable String offer) {
        Person person = currentPerson.required();
        return id(offer)
                .flatMap(id -> links.offered(person, id))
                .map(provider -> page(provider, "/account/ways"))
                .orElseGet(() -> new ModelAndView(OVER));
    }

    @PostMapping("/account/offers/{offer}")
    String acceptInside(@PathVariable String offer) {
        Person person = currentPerson.required();
        boolean accepted = id(offer)
                .flatMap(id ->
                        links.offered(person, id).map(linked::label).filter(label -> links.accept(person, id, label)))
                .isPresent();
        return accepted ? "redirect:/account/ways?saved=provider" : OVER;
    }

    @GetMapping("/sign-in/agree/{token}")
    ModelAndView byMail(@PathVariable String token) {
        return links.offered(new Token(token))
                .map(provider -> page(provider, "/sign-in"))
                .orElseGet(OfferController::over);
    }

    @PostMapping("/sign-in/agree/{token}")
    ModelAndView acceptByMail(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Token secret = new Token(token);
        Optional<Person> person =
                links.offered(secret).map(linked::label).flatMap(label -> links.accept(secret, label));
        return person.map(owner -> {
                    ReturnAddress next =
                            signIn.as(owner, SignIn.Way.LINK, ReturnAddress.of("/account/ways"), request, response);
                    return new ModelAndView("redirect:" + next.path());
                })
                .orElseGet(OfferController::over);
    }

    private ModelAndView page(String provider, String no) {
        var view = new ModelAndView("keys/offer");
        view.addObject("provider", linked.label(provider));
        view.addObject("no", no);
        return view;
    }

    private static ModelAndView over() {
        return new ModelAndView("keys/offerOver", HttpStatus.NOT_FOUND);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
