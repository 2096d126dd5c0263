package org.threeshift.web.keys;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.keys.SecondFactorSetUp;
import org.threeshift.core.people.Person;

/** The page that sets an authenticator app up, during a sign-in and later. */
final class SecondFactorPage {
    private SecondFactorPage() {}

    /** @param signingIn whether its person is halfway in because the installation wants a second factor */
    static ModelAndView of(
            SecondFactorSetUp setUp, Person person, String refused, boolean signingIn, HttpStatus status) {
        Optional<SecondFactorSetUp.Draft> draft =
                setUp.possible() ? Optional.of(setUp.draft(person)) : Optional.empty();
        var view = new ModelAndView("keys/secondFactor", status);
        view.addObject("secret", draft.map(SecondFactorSetUp.Draft::secret).orElse(""));
        view.addObject("uri", draft.map(SecondFactorSetUp.Draft::uri).orElse(""));
        view.addObject("qr", draft.map(SecondFactorSetUp.Draft::uri).map(QrCode::of));
        view.addObject("refused", refused);
        view.addObject("passkeyRefused", "");
        view.addObject("signingIn", signingIn);
        return view;
    }
}
