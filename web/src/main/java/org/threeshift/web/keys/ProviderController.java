package org.threeshift.web.keys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.keys.Identity;
import org.threeshift.core.keys.ProviderLinks;
import org.threeshift.core.keys.ProviderLinks.Arrival;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.web.openid.Passage;
import org.threeshift.web.openid.Provider;
import org.threeshift.web.openid.Providers;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** Signing in by a provider, and linking one to an account. */
@Controller
final class ProviderController {
    private static final String WAYS = "/account/ways";

    private final Providers providers;
    private final ProviderLinks links;
    private final LinkedProviders linked;
    private final Passage passage;
    private final CurrentPerson currentPerson;
    private final SignIn signIn;
    private final String baseUrl;

    ProviderController(
            Providers providers,
            ProviderLinks links,
            LinkedProviders linked,
            Passage passage,
            CurrentPerson currentPerson,
            SignIn signIn,
            @Value("${threeshift.base-url:}") String baseUrl) {
        this.providers = providers;
        this.links = links;
        this.linked = linked;
        this.passage = passage;
        this.currentPerson = currentPerson;
        this.signIn = signIn;
        this.baseUrl = baseUrl;
    }

    /** A link and no form: browsers let no form lead to another site. */
    @GetMapping("/sign-in/with/{provider}")
    String depart(
            @PathVariable String provider, @RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        Provider known = find(provider);
        ReturnAddress target = ReturnAddress.of(next);
        return switch (passage.depart(known, redirect(known, request), target.path(), request)) {
            case Passage.Departure.To(var address) -> "redirect:" + address;
            case Passage.Departure.Impossible() -> refused("provider-away", target);
        };
    }

    @GetMapping("/account/providers/{provider}/link")
    String link(@PathVariable String provider, HttpServletRequest request) {
        return signIn.recent(request) ? depart(provider, WAYS, request) : ConfirmController.FIRST;
    }

    @GetMapping("/sign-in/with/{provider}/back")
    ModelAndView back(
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        Provider known = find(provider);
        return switch (passage.back(known, redirect(known, request), code, state, request)) {
            case Passage.Return.Of(var identity, var next) ->
                arrived(known, identity, ReturnAddress.of(next), request, response);
            case Passage.Return.Refused() -> to(refused("provider", ReturnAddress.of("")));
            case Passage.Return.ProviderAway() -> to(refused("provider-away", ReturnAddress.of("")));
        };
    }

    @PostMapping("/account/providers/{provider}/remove")
    String remove(@PathVariable String provider, HttpServletRequest request) {
        if (!signIn.recent(request)) {
            return ConfirmController.FIRST;
        }
        if (!links.remove(currentPerson.required(), provider, linked.label(provider))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:" + WAYS + "?saved=provider-removed";
    }

    private ModelAndView arrived(
            Provider provider,
            Identity identity,
            ReturnAddress target,
            HttpServletRequest request,
            HttpServletResponse response) {
        // The way that signs in also links for whoever is inside, who shows who they are as for every new way in.
        if (account().isPresent() && !signIn.recent(request)) {
            return to(ConfirmController.FIRST);
        }
        return switch (links.arrive(identity, account(), provider.label(), zone())) {
            case Arrival.Known(var person) -> in(person, target, request, response);
            case Arrival.Registered(var person) -> in(person, target, request, response);
            case Arrival.Linked() -> to("redirect:" + WAYS + "?saved=provider");
            case Arrival.Offered(var offer) -> {
                var view = new ModelAndView("keys/offered");
                view.addObject("provider", provider.label());
                view.addObject("signIn", "/sign-in?next=/account/offers/" + offer);
                yield view;
            }
            case Arrival.Refused(var why)
            when why == ProviderLinks.Why.NO_ACCOUNT -> {
                var view = new ModelAndView("keys/noAccount", HttpStatus.FORBIDDEN);
                view.addObject("provider", provider.label());
                yield view;
            }
            case Arrival.Refused(var why) ->
                to(refused(why.name().toLowerCase(Locale.ROOT).replace('_', '-'), target));
        };
    }

    private ModelAndView in(
            Person person, ReturnAddress target, HttpServletRequest request, HttpServletResponse response) {
        return account().isPresent()
                ? to("redirect:" + WAYS + "?saved=provider")
                : to("redirect:"
                        + signIn.as(person, SignIn.Way.PROVIDER, target, request, response)
                                .path());
    }

    /** Whoever is signed in reads it among their ways in, everybody else on the sign-in page. */
    private String refused(String why, ReturnAddress target) {
        return account().isPresent() ? "redirect:" + WAYS + "?refused=" + why : "redirect:" + target.signIn(why);
    }

    private Optional<Person> account() {
        return currentPerson.get().filter(person -> !person.guest());
    }

    private Provider find(String id) {
        return providers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String redirect(Provider provider, HttpServletRequest request) {
        return Origin.of(baseUrl, request).text() + "/sign-in/with/" + provider.id() + "/back";
    }

    /** Until they choose their own. */
    private static ZoneId zone() {
        ZoneId here = ZoneId.systemDefault();
        return ZoneId.getAvailableZoneIds().contains(here.getId()) ? here : ZoneId.of("UTC");
    }

    private static ModelAndView to(String redirect) {
        return new ModelAndView(redirect);
    }
}
