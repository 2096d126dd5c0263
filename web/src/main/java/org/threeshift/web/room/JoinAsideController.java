package org.threeshift.web.room;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.calendar.CalendarInvites;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.invitee.MailedInvitees;
import org.threeshift.core.people.CurrentPerson;

/** What whoever holds a link may do beside taking the chair: have the interview in their calendar, and hear no more of it by e-mail. */
@Controller
@RequestMapping("/join/{token}")
final class JoinAsideController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    /** The address is the secret: no search engine keeps it. */
    private static final String ROBOTS = "X-Robots-Tag";

    private static final String NEVER = "noindex, nofollow";

    private final Doors doors;
    private final CalendarInvites calendars;
    private final MailedInvitees invitees;
    private final CurrentPerson currentPerson;

    JoinAsideController(Doors doors, CalendarInvites calendars, MailedInvitees invitees, CurrentPerson currentPerson) {
        this.doors = doors;
        this.calendars = calendars;
        this.invitees = invitees;
        this.currentPerson = currentPerson;
    }

    /** The file, or the page that says why the link leads nowhere. */
    @GetMapping("/calendar")
    Object calendar(@PathVariable String token, HttpServletResponse response) {
        response.setHeader(ROBOTS, NEVER);
        return switch (doors.at(new Token(token), currentPerson.get())) {
            case Door.Open open -> file(open.invited().interview(), token);
            case Door.Entered(var interview) -> file(interview, token);
            case Door.Back back -> file(back.invited().interview(), token);
            case Door.Closed closed -> closed.page();
        };
    }

    private ResponseEntity<byte[]> file(InterviewId interview, String token) {
        String file = calendars.fileForGuest(interview, "/join/" + token).orElseThrow(JoinAsideController::nothing);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("interview.ics")
                                .build()
                                .toString())
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    /** Also by a link that has ended, or by which the chair is taken: it may lie in an old mail. */
    @GetMapping("/no-mail")
    ModelAndView aboutMail(@PathVariable String token, HttpServletResponse response) {
        response.setHeader(ROBOTS, NEVER);
        MailedInvitees.Writing writing = invitees.about(new Token(token)).orElseThrow(JoinAsideController::nothing);
        return new ModelAndView(
                "room/no-mail", Map.of("link", "/join/" + token, "stopped", writing == MailedInvitees.Writing.STOPPED));
    }

    @PostMapping("/no-mail")
    String noMail(@PathVariable String token) {
        if (invitees.about(new Token(token)).isEmpty()) {
            throw nothing();
        }
        invitees.stop(new Token(token));
        return "redirect:/join/" + token + "/no-mail";
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
