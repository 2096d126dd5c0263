package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.erasure.Erasures;
import org.threeshift.core.id.Token;
import org.threeshift.core.keys.SecondFactors;
import org.threeshift.core.people.Person;
import org.threeshift.core.push.PushDevices;

/** Signs a person in, however they proved who they are, and asks for a second factor where one is due. */
@Component
public class SignIn {
    /** How somebody proved who they are. Names are stored, also in the audit trail, so that none is ever changed. */
    public enum Way {
        PASSWORD,
        SET_UP,
        /** A link that was sent to their address, or handed over. */
        LINK,
        /** Somebody without an account, who came by a link to an interview. */
        INVITATION,
        ACCOUNT_MADE,
        /** A provider of sign-ins, such as Google. */
        PROVIDER,
        /** A code, after one of the above. */
        CODE,
        /** An authenticator that has made sure of its person: something they have, and something they are or know. */
        PASSKEY,
        /** One click, on the machine that shows made-up people. */
        DEMONSTRATION;

        /** Whether nothing more can be asked. */
        boolean twoFactors() {
            return switch (this) {
                case CODE, PASSKEY, DEMONSTRATION -> true;
                case PASSWORD, SET_UP, LINK, INVITATION, ACCOUNT_MADE, PROVIDER -> false;
            };
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where whoever is halfway enters a code. */
    public static final String SECOND_FACTOR = "/sign-in/second-factor";

    /** Where whoever is halfway sets up what the installation wants of them. */
    public static final String SET_UP = "/sign-in/second-factor/set-up";

    /** How long ago somebody may have shown who they are to change how they do. */
    static final Duration RECENT = Duration.ofMinutes(15);

    /** Says that signing in has called an erasure off, and how to leave after all. */
    private static final ReturnAddress STAYS = ReturnAddress.of("/account/data?done=came-back");

    private static final int LONGEST_AGENT = 300;

    private final SecondFactors factors;
    private final Admission admission;
    private final Browsers browsers;
    private final NewDevices newDevices;
    private final PushDevices pushDevices;
    private final Trail trail;
    private final Erasures erasures;
    private final SecurityContextHolderStrategy current;
    private final InstantSource time;

    SignIn(
            SecondFactors factors,
            Admission admission,
            Browsers browsers,
            NewDevices newDevices,
            PushDevices pushDevices,
            Trail trail,
            Erasures erasures,
            SecurityContextHolderStrategy current,
            InstantSource time) {
        this.factors = factors;
        this.admission = admission;
        this.browsers = browsers;
        this.newDevices = newDevices;
        this.pushDevices = pushDevices;
        this.trail = trail;
        this.erasures = erasures;
        this.current = current;
        this.time = time;
    }

    /**
     * In a new session: one that somebody else may know, or that was another person's, ends here.
     *
     * @return where the browser goes on to: {@code target}, or a page that asks for the second factor first, or the one that says
     *     that an erasure is called off with this
     */
    public ReturnAddress as(
            Person person, Way way, ReturnAddress target, HttpServletRequest request, HttpServletResponse response) {
        SecondFactors.Demand demand = way.twoFactors() ? SecondFactors.Demand.NOTHING : factors.demand(person);
        HttpSession session = fresh(request, way);
        if (demand == SecondFactors.Demand.NOTHING) {
            boolean stays = enter(person, way, session);
            if (browsers.remember(person, request, response) && way != Way.DEMONSTRATION) {
                newDevices.tell(person, request);
            }
            arrived(person, session, request, response);
            return stays ? STAYS : target;
        }
        session.setMaxInactiveInterval((int) Admission.HALFWAY_LASTS.toSeconds());
        session.setAttribute(Sessions.PERSON, Held.HALFWAY + person.id());
        session.setAttribute(Held.NEXT, target.path());
        return step(demand);
    }

    /** Who is halfway in this browser: one factor is shown and another one due. */
    public Optional<Person> halfway(HttpServletRequest request) {
        return held(request).flatMap(admission::halfway);
    }

    /**
     * Where whoever is halfway enters a code, or sets up what gives codes.
     *
     * @param target where the browser goes on to afterwards
     */
    public Optional<ReturnAddress> secondStep(ReturnAddress target, HttpServletRequest request) {
        return halfway(request).filter(this::owesSomething).map(person -> {
            request.getSession().setAttribute(Held.NEXT, target.path());
            return step(factors.demand(person));
        });
    }

    /** Where the browser of whoever is halfway goes on to after the second factor. */
    public ReturnAddress next(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(Held.NEXT) instanceof String next
                ? ReturnAddress.of(next)
                : ReturnAddress.of("");
    }

    /**
     * After the second factor.
     *
     * @param way what was shown as the second factor
     * @return where the browser goes on to
     */
    public ReturnAddress complete(Person halfway, Way way, HttpServletRequest request, HttpServletResponse response) {
        return as(halfway, way, next(request), request, response);
    }

    /** Whether somebody has shown within the last quarter of an hour who they are. */
    public boolean recent(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(Held.PROVED) instanceof String proved
                && time.instant().isBefore(Instant.parse(proved).plus(RECENT));
    }

    /** Somebody who is signed in has shown again who they are. */
    public void provedAgain(HttpServletRequest request) {
        request.getSession().setAttribute(Held.PROVED, time.instant().toString());
    }

    /** Somebody who is signed in has shown a code: this session counts two factors from now on. */
    public void strengthen(HttpServletRequest request) {
        request.getSession().setAttribute(Held.WAY, Way.CODE.name());
        provedAgain(request);
    }

    /** Nothing, where an admin has switched the second factor off in between: they sign in once more. */
    private boolean owesSomething(Person halfway) {
        return factors.demand(halfway) != SecondFactors.Demand.NOTHING;
    }

    private static ReturnAddress step(SecondFactors.Demand demand) {
        return ReturnAddress.of(demand == SecondFactors.Demand.SET_UP ? SET_UP : SECOND_FACTOR);
    }

    /** @return whether an erasure waited, which is called off with this */
    private boolean enter(Person person, Way way, HttpSession session) {
        session.setAttribute(Sessions.PERSON, person.id().toString());
        session.setAttribute(Held.PROVED, time.instant().toString());
        current.setContext(new SecurityContextImpl(new SignedInPerson(person).authentication()));
        trail.add(Deed.SIGNED_IN, Optional.of(person.id()), Optional.of(person.id()), Map.of("way", way.code()));
        // Whoever comes back stays, unless they say once more on the next page that they want to leave.
        return erasures.callOff(person.id());
    }

    /** Nobody who was here before is told on this device any more. */
    private void arrived(Person person, HttpSession session, HttpServletRequest request, HttpServletResponse response) {
        Optional<Token> browser =
                person.guest() ? browsers.of(request) : Optional.of(browsers.marked(request, response));
        browser.ifPresent(known -> {
            session.setAttribute(Held.BROWSER, HexFormat.of().formatHex(known.hash()));
            pushDevices.arrived(person.id(), known);
        });
    }

    private static HttpSession fresh(HttpServletRequest request, Way way) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession();
        session.setAttribute(Held.WAY, way.name());
        session.setAttribute(Held.ADDRESS, request.getRemoteAddr());
        session.setAttribute(Held.AGENT, agent(request));
        return session;
    }

    private static String agent(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        String printable = agent == null ? "" : agent.replaceAll("[^\\x20-\\x7e]", "");
        return printable.length() <= LONGEST_AGENT ? printable : printable.substring(0, LONGEST_AGENT);
    }

    static Optional<Held> held(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Held.of(session::getAttribute, Instant.ofEpochMilli(session.getCreationTime()));
    }
}
