package org.threeshift.web.keys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.threeshift.core.entry.Throttle;
import org.threeshift.web.security.Browsers;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** Signs in with a passkey. */
@Controller
final class SignInPasskey {
    private final RelyingParty relyingParty;
    private final SignIn signIn;
    private final Browsers browsers;
    private final Throttle throttle;
    private final InstantSource time;

    SignInPasskey(RelyingParty relyingParty, SignIn signIn, Browsers browsers, Throttle throttle, InstantSource time) {
        this.relyingParty = relyingParty;
        this.signIn = signIn;
        this.browsers = browsers;
        this.throttle = throttle;
        this.time = time;
    }

    /** Asked by the page's script before the browser shows its dialog. */
    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<String> options(HttpServletRequest request) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(relyingParty.assertion(request));
    }

    @PostMapping("/sign-in/passkey")
    String signIn(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReturnAddress target = ReturnAddress.of(next);
        Optional<String> network = browsers.origin(request).network();
        if (network.filter(this::mustWait).isPresent()) {
            return "redirect:" + target.signIn("slower");
        }
        return relyingParty
                .signedBy(credential, request)
                .map(person -> {
                    network.ifPresent(from -> throttle.giveBack(Throttle.Kind.SIGN_IN_NETWORK, from, time.instant()));
                    return signIn.as(person, SignIn.Way.PASSKEY, target, request, response)
                            .path();
                })
                .map(path -> "redirect:" + path)
                .orElseGet(() -> "redirect:" + target.signIn("passkey"));
    }

    private boolean mustWait(String network) {
        return throttle.pass(Throttle.Kind.SIGN_IN_NETWORK, network, time.instant()) instanceof Throttle.Pass.Wait;
    }
}
