package org.threeshift.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.web.security.ReturnAddress;
import org.threeshift.web.security.SignIn;

/** Signs in as one of the demonstration's people at one click. Exists in a demonstration only, and for this machine only. */
@Controller
@ConditionalOnBooleanProperty("threeshift.demonstration")
final class DemonstrationSignIn {
    private static final Set<String> ROLES = Set.of("coach", "peer", "candidate", "admin");

    private final People people;
    private final SignIn signIn;

    DemonstrationSignIn(People people, SignIn signIn) {
        this.people = people;
        this.signIn = signIn;
    }

    @PostMapping("/demonstration/sign-in/{who}")
    String signIn(@PathVariable String who, HttpServletRequest request, HttpServletResponse response) {
        if (!fromHere(request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (!ROLES.contains(who)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<Person> person = people.findByEmail(who + "@demo.threeshift.example");
        if (person.isEmpty()) {
            return "redirect:" + DemonstrationComing.PATH;
        }
        ReturnAddress home = ReturnAddress.of("");
        return "redirect:"
                + signIn.as(person.get(), SignIn.Way.DEMONSTRATION, home, request, response)
                        .path();
    }

    /** A web page elsewhere may point a name of its own at this machine, so that the name asked for counts too. */
    private static boolean fromHere(HttpServletRequest request) {
        return Set.of("localhost", "127.0.0.1", "[::1]").contains(request.getServerName())
                && loopback(request.getRemoteAddr());
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
