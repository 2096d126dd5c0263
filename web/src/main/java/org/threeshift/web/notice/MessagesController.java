package org.threeshift.web.notice;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.notice.Inbox;
import org.threeshift.core.notice.Told;
import org.threeshift.core.people.CurrentPerson;

/** What a person was told, the newest first. */
@Controller
final class MessagesController {
    private final Inbox inbox;
    private final CurrentPerson currentPerson;
    private final InstantSource time;

    MessagesController(Inbox inbox, CurrentPerson currentPerson, InstantSource time) {
        this.inbox = inbox;
        this.currentPerson = currentPerson;
        this.time = time;
    }

    @GetMapping("/messages")
    ModelAndView list(@RequestParam(defaultValue = "") String after) {
        Inbox.Page page = inbox.of(currentPerson.required().id(), Inbox.Place.parse(after));
        var view = new ModelAndView("notice/messages");
        view.addObject("messages", page.messages());
        view.addObject("next", page.next().map(Inbox.Place::toString).orElse(""));
        view.addObject("now", time.instant());
        return view;
    }

    /** How many are new, for a page that has been open for a while. */
    @GetMapping("/messages/bell")
    ModelAndView bell(HttpServletResponse response) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        return new ModelAndView("notice/bell");
    }

    /** Leads on to what the message is about. It is read from then on. */
    @GetMapping("/messages/{message}")
    ModelAndView open(@PathVariable String message) {
        Told told = id(message)
                .flatMap(id -> inbox.open(currentPerson.required().id(), id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("redirect:" + told.link());
    }

    /** @param until when the page was made: what came later was not on it */
    @PostMapping("/messages/read")
    ModelAndView readAll(@RequestParam(defaultValue = "") String until) {
        moment(until).ifPresent(moment -> inbox.readAll(currentPerson.required().id(), moment));
        return new ModelAndView("redirect:/messages");
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
