package org.threeshift.web.admin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.threeshift.core.id.Ids;
import org.threeshift.core.mail.CalendarPart;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Message;
import org.threeshift.core.mail.Message.State;
import org.threeshift.core.mail.Outbox;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.web.mail.Letter;
import org.threeshift.web.mail.Letters;
import org.threeshift.web.mail.MailServer;

/** The outbox: what waits, what went wrong, and each message as its recipient sees it. */
@Controller
final class OutboxController {
    /** The letter in a frame of its own: its style stands on its elements, and nothing in it runs. */
    private static final String LETTER_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups"
                    + " allow-popups-to-escape-sandbox";

    private final Outbox outbox;
    private final Mails mails;
    private final Letters letters;
    private final MailServer server;
    private final CurrentPerson currentPerson;
    private final Ids ids;

    OutboxController(
            Outbox outbox, Mails mails, Letters letters, MailServer server, CurrentPerson currentPerson, Ids ids) {
        this.outbox = outbox;
        this.mails = mails;
        this.letters = letters;
        this.server = server;
        this.currentPerson = currentPerson;
        this.ids = ids;
    }

    /** @param done what was done just now: {@code again}, {@code discard}, {@code trial} or empty */
    @GetMapping("/outbox")
    ModelAndView list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done) {
        Outbox.Page page = outbox.list(currentPerson.required(), state(state), q, Outbox.Place.parse(after))
                .orElseThrow(OutboxController::missing);
        var view = new ModelAndView("admin/outbox");
        view.addObject("rows", page.messages().stream().map(this::row).toList());
        view.addObject("older", page.next().map(place -> older(state, q, place)).orElse(""));
        view.addObject("state", state(state).map(OutboxController::code).orElse(""));
        view.addObject("query", q.strip());
        view.addObject(
                "states",
                Arrays.stream(State.values()).map(OutboxController::code).toList());
        view.addObject("server", server.host());
        view.addObject("done", List.of("again", "discard", "trial").contains(done) ? done : "");
        return view;
    }

    @GetMapping("/outbox/{message}")
    ModelAndView read(@PathVariable("message") String id) {
        Message message = uuid(id).flatMap(known -> outbox.read(currentPerson.required(), known))
                .orElseThrow(OutboxController::missing);
        Optional<Letter> letter = letter(message);
        var view = new ModelAndView("admin/message");
        view.addObject("message", message);
        view.addObject("state", code(message.state()));
        view.addObject("tone", new OutboxRow(message, "", "").tone());
        view.addObject("letter", letter);
        view.addObject("text", letter.map(letters::text).orElse(""));
        view.addObject("hidden", hides(message));
        view.addObject("server", server.configured());
        return view;
    }

    @GetMapping("/outbox/{message}/letter")
    ResponseEntity<String> letter(@PathVariable("message") String id) {
        Letter letter = uuid(id).flatMap(message -> outbox.read(currentPerson.required(), message))
                .flatMap(this::letter)
                .orElseThrow(OutboxController::missing);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", LETTER_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(letters.html(letter));
    }

    /** What it carries for a calendar, to be handed over with it; with a mail server no more than the link in it. */
    @GetMapping("/outbox/{message}/invitation.ics")
    ResponseEntity<byte[]> invitation(@PathVariable("message") String id) {
        CalendarPart part = uuid(id).flatMap(message -> outbox.read(currentPerson.required(), message))
                .filter(message -> !hides(message))
                .flatMap(Message::calendar)
                .orElseThrow(OutboxController::missing);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("invitation.ics")
                                .build()
                                .toString())
                .body(part.text().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/outbox/{message}/again")
    ModelAndView again(@PathVariable("message") String id) {
        return decided(uuid(id).filter(message -> outbox.sendAgain(currentPerson.required(), message)), "again");
    }

    @PostMapping("/outbox/{message}/discard")
    ModelAndView discard(@PathVariable("message") String id) {
        return decided(uuid(id).filter(message -> outbox.discard(currentPerson.required(), message)), "discard");
    }

    /** To the admin's own address. */
    @PostMapping("/outbox/trial")
    ModelAndView trial() {
        Person admin = currentPerson.required();
        String address = admin.email().orElseThrow(OutboxController::missing);
        mails.post(new Mail("trial:" + ids.next(), Topic.TRIAL, address, Optional.of(admin.id()), Map.of()));
        return new ModelAndView("redirect:/outbox?done=trial");
    }

    private OutboxRow row(Message message) {
        return new OutboxRow(
                message,
                code(message.state()),
                letter(message).map(Letter::subject).orElse(""));
    }

    /** With a mail server, a link is for its recipient alone; without one, an admin has to hand it over. */
    private Optional<Letter> letter(Message message) {
        return Topic.of(message.topic()).map(topic -> {
            Map<String, String> values = new LinkedHashMap<>(message.values());
            if (server.configured()) {
                values.keySet().removeAll(topic.secrets());
            }
            return letters.of(topic, values);
        });
    }

    /** Whether something of it is for its recipient alone. */
    private boolean hides(Message message) {
        return server.configured()
                && Topic.of(message.topic())
                        .filter(topic -> topic.secrets().stream().anyMatch(message.values()::containsKey))
                        .isPresent();
    }

    /** What is in hand or over since the page was drawn is refused with the list as it stands. */
    private static ModelAndView decided(Optional<UUID> message, String done) {
        if (message.isEmpty()) {
            throw missing();
        }
        return new ModelAndView("redirect:/outbox?done=" + done);
    }

    private static String older(String state, String query, Outbox.Place place) {
        return UriComponentsBuilder.fromPath("/outbox")
                .queryParam("state", "{state}")
                .queryParam("q", "{q}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(state, query.strip(), place)
                .toUriString();
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Optional<State> state(String code) {
        return Arrays.stream(State.values())
                .filter(state -> code(state).equals(code))
                .findFirst();
    }

    private static String code(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
