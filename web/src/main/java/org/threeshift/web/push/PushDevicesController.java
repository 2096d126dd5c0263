package org.threeshift.web.push;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.push.PushDevices;
import org.threeshift.core.push.PushDevices.Turned;
import org.threeshift.core.push.PushTrial;
import org.threeshift.core.push.PushTrial.Tried;
import org.threeshift.web.notice.ChoicesPage;
import org.threeshift.web.security.Browsers;

/** Turns messages on in the browser that asks, and off anywhere. */
@Controller
final class PushDevicesController {
    private final PushDevices devices;
    private final PushTrial trial;
    private final ChoicesPage choices;
    private final Browsers browsers;
    private final CurrentPerson currentPerson;

    PushDevicesController(
            PushDevices devices, PushTrial trial, ChoicesPage choices, Browsers browsers, CurrentPerson currentPerson) {
        this.devices = devices;
        this.trial = trial;
        this.choices = choices;
        this.browsers = browsers;
        this.currentPerson = currentPerson;
    }

    /** Takes what the browser of the page was given by its push service. */
    @PostMapping("/account/messages/devices")
    ModelAndView on(
            @RequestParam(defaultValue = "") String endpoint,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String auth,
            HttpServletRequest request,
            HttpServletResponse response) {
        Person person = currentPerson.required();
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        return switch (devices.on(person, endpoint, key, auth, browsers.marked(request, response), agent)) {
            case Turned.On(var _) -> new ModelAndView("redirect:/account/messages?saved=device");
            case Turned.TooMany() -> refused(person, "push.problem.too-many");
            case Turned.NoSubscription() -> refused(person, "push.problem.no-subscription");
            case Turned.NotHere() -> refused(person, "push.problem.not-here");
        };
    }

    /** Sends a message to one device at once, so that its person sees whether it comes. */
    @PostMapping("/account/messages/devices/{device}/try")
    ModelAndView tryOut(@PathVariable String device) {
        Person person = currentPerson.required();
        return switch (id(device).map(id -> trial.send(person, id)).orElse(Tried.NOT_THERE)) {
            case SENT -> new ModelAndView("redirect:/account/messages?saved=tried");
            case GONE -> refused(person, "push.problem.gone");
            case OTHER_KEY -> refused(person, "push.problem.other-key");
            case TOO_SOON -> refused(person, "push.problem.too-soon");
            case REFUSED -> refused(person, "push.problem.refused");
            case NOT_THERE -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/account/messages/devices/{device}/remove")
    ModelAndView off(@PathVariable String device) {
        Person person = currentPerson.required();
        if (id(device).filter(id -> devices.remove(person, id)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ModelAndView("redirect:/account/messages?saved=off");
    }

    private ModelAndView refused(Person person, String problem) {
        ModelAndView view = choices.of(person, "", problem);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
