package org.threeshift.web.token;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.token.AccessTokenId;
import org.threeshift.core.token.AccessTokens;
import org.threeshift.core.token.AccessTokens.Made;

/** A person's own tokens. The secret of a new one stands on the very page that answers its form, and on no other. */
@Controller
final class TokensController {
    private final AccessTokens tokens;
    private final CurrentPerson currentPerson;
    private final InstantSource time;

    TokensController(AccessTokens tokens, CurrentPerson currentPerson, InstantSource time) {
        this.tokens = tokens;
        this.currentPerson = currentPerson;
        this.time = time;
    }

    /** @param revoked whether one was revoked just now */
    @GetMapping("/account/tokens")
    ModelAndView list(@RequestParam(defaultValue = "false") boolean revoked) {
        return page(currentPerson.required(), TokenForm.BLANK, Optional.empty(), revoked, HttpStatus.OK);
    }

    @PostMapping("/account/tokens")
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String days) {
        Person person = currentPerson.required();
        return switch (tokens.make(person, name, scope, days)) {
            case Made.Done made -> page(person, TokenForm.BLANK, Optional.of(made), false, HttpStatus.CREATED);
            case Made.Refused(var problems) ->
                page(
                        person,
                        new TokenForm(name, scope, days, List.of()).refused(problems),
                        Optional.empty(),
                        false,
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/account/tokens/{token}/revoke")
    String revoke(@PathVariable String token) {
        boolean gone = AccessTokenId.parse(token)
                .filter(id -> tokens.revoke(currentPerson.required(), id))
                .isPresent();
        if (!gone) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/account/tokens?revoked=true";
    }

    private ModelAndView page(
            Person person, TokenForm form, Optional<Made.Done> made, boolean revoked, HttpStatus status) {
        var view = new ModelAndView("token/tokens", status);
        view.addObject(
                "tokens",
                tokens.of(person).stream()
                        .map(token -> new TokenRow(token, token.over(time.instant())))
                        .toList());
        view.addObject("form", form);
        view.addObject("made", made.map(Made.Done::token));
        view.addObject("secret", made.map(Made.Done::secret).map(Token::text).orElse(""));
        view.addObject("revoked", revoked);
        return view;
    }
}
