package org.threeshift.web.sharing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.sharing.Share;
import org.threeshift.core.sharing.Sharing;
import org.threeshift.core.sharing.Sharing.Shown;
import org.threeshift.web.audit.Viewings;
import org.threeshift.web.page.Texts;
import org.threeshift.web.report.ScorecardSheet;
import org.threeshift.web.report.Sheets;

/** What a holder of a link sees. Whoever has no working link learns nothing, not even whether there was one. */
@Controller
final class SharedController {
    private final Sharing sharing;
    private final Sheets sheets;
    private final People people;
    private final Viewings viewings;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    SharedController(
            Sharing sharing,
            Sheets sheets,
            People people,
            Viewings viewings,
            CurrentPerson currentPerson,
            Texts texts) {
        this.sharing = sharing;
        this.sheets = sheets;
        this.people = people;
        this.viewings = viewings;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    @GetMapping("/shared/{token}")
    ModelAndView open(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        keepSecret(response);
        Optional<Person> viewer = currentPerson.get();
        return sharing.open(new Token(token), viewer.map(Person::id), visitor(token, request))
                .map(shown -> shown(shown, viewer))
                .orElseGet(() -> new ModelAndView("sharing/over", HttpStatus.NOT_FOUND));
    }

    private ModelAndView shown(Shown shown, Optional<Person> viewer) {
        Share share = shown.share();
        viewer.map(Person::id)
                .filter(reader -> !reader.equals(share.owner()))
                .ifPresent(reader -> viewings.scorecard(share.interview(), reader, Optional.of(share.owner()), "link"));
        ScorecardSheet sheet = sheets.shared(shown.scorecard(), called(share));
        var view = new ModelAndView("sharing/shared", "sheet", sheet);
        view.addObject("summary", share.part() == Share.Part.SUMMARY);
        view.addObject("expiresAt", share.expiresAt());
        view.addObject(
                "own", viewer.map(Person::id).filter(share.owner()::equals).isPresent());
        return view;
    }

    private String called(Share share) {
        return people.find(share.owner())
                .map(owner -> switch (share.naming()) {
                    case NAME -> owner.name();
                    case INITIALS -> owner.initials();
                })
                .orElseGet(() -> texts.text("scorecard.somebody"));
    }

    /** The address is the secret: no search engine keeps it, no other site learns it, no cache holds what it opens. */
    private static void keepSecret(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
    }

    /** Tells visitors of one link apart, and says nothing about them to whoever does not hold the link. */
    private static byte[] visitor(String token, HttpServletRequest request) {
        String seen = String.join(
                "\n",
                token,
                Objects.requireNonNullElse(request.getRemoteAddr(), ""),
                Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
        try {
            return MessageDigest.getInstance("SHA-256").digest(seen.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
