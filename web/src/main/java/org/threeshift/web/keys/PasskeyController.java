package org.threeshift.web.keys;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.threeshift.core.keys.Passkeys;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.DeviceWords;
import org.threeshift.web.security.SignIn;

/** One's own passkeys. Whoever adds or removes one has shown lately who they are. */
@Controller
final class PasskeyController {
    private final Passkeys passkeys;
    private final RelyingParty relyingParty;
    private final CurrentPerson currentPerson;
    private final SignIn signIn;
    private final Texts texts;

    PasskeyController(
            Passkeys passkeys, RelyingParty relyingParty, CurrentPerson currentPerson, SignIn signIn, Texts texts) {
        this.passkeys = passkeys;
        this.relyingParty = relyingParty;
        this.currentPerson = currentPerson;
        this.signIn = signIn;
        this.texts = texts;
    }

    /** Asked by the page's script before the browser shows its dialog; 403 when its person must show first who they are. */
    @PostMapping("/account/passkeys/options")
    ResponseEntity<String> options(HttpServletRequest request) {
        if (!signIn.recent(request)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(relyingParty.creation(currentPerson.required(), request));
    }

    @PostMapping("/account/passkeys")
    String add(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request) {
        if (!signIn.recent(request)) {
            return ConfirmController.FIRST;
        }
        Person person = currentPerson.required();
        String called = passkeys.label(
                person.id(),
                label,
                DeviceWords.of(request.getHeader("User-Agent")).text(texts));
        return relyingParty.add(person, credential, called, request)
                ? "redirect:/account/ways?saved=passkey"
                : "redirect:/account/ways?refused=passkey";
    }

    @PostMapping("/account/passkeys/{passkey}/name")
    String rename(@PathVariable String passkey, @RequestParam(defaultValue = "") String label) {
        Person person = currentPerson.required();
        String before = passkeys.find(person.id(), passkey)
                .orElseThrow(PasskeyController::notFound)
                .label();
        passkeys.rename(person.id(), passkey, Passkeys.label(label, before));
        return "redirect:/account/ways?saved=passkey-name";
    }

    @PostMapping("/account/passkeys/{passkey}/remove")
    String remove(@PathVariable String passkey, HttpServletRequest request) {
        Person person = currentPerson.required();
        if (passkeys.find(person.id(), passkey).isEmpty()) {
            throw notFound();
        }
        if (!signIn.recent(request)) {
            return ConfirmController.FIRST;
        }
        return passkeys.remove(person, passkey)
                ? "redirect:/account/ways?saved=passkey-removed"
                : "redirect:/account/ways?refused=last-passkey";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
