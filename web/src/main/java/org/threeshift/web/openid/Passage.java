package org.threeshift.web.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.threeshift.core.keys.Identity;

/** Takes browsers to a provider and back. What comes back is checked by Spring Security: signature, issuer, audience, time, nonce. */
@Component
public class Passage {
    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);

    /** Where somebody is sent, or why not. */
    public sealed interface Departure {
        record To(String address) implements Departure {}

        record Impossible() implements Departure {}
    }

    /** Who came back. */
    public sealed interface Return {
        /** @param next where they wanted to go */
        record Of(Identity identity, String next) implements Return {}

        /** The provider said no, or what came back is not in order. */
        record Refused() implements Return {}

        record ProviderAway() implements Return {}
    }

    private final Discovery discovery;
    private final RandomGenerator chance;
    private final InstantSource time;

    Passage(Discovery discovery, RandomGenerator chance, InstantSource time) {
        this.discovery = discovery;
        this.chance = chance;
        this.time = time;
    }

    /**
     * @param redirect where the provider sends the browser back to
     * @param next     where it goes on to then
     */
    public Departure depart(Provider provider, String redirect, String next, HttpServletRequest request) {
        Journey journey = Journey.begin(provider.id(), next, chance, time.instant());
        try {
            String address =
                    request(provider, discovery.of(provider, redirect), journey).getAuthorizationRequestUri();
            HttpSession session = request.getSession();
            if (session.isNew()) {
                session.setMaxInactiveInterval((int) Journey.LASTS.toSeconds());
            }
            session.setAttribute(Journey.ATTRIBUTE, journey.text());
            return new Departure.To(address);
        } catch (Away away) {
            LOG.warn("The provider {} cannot be used now: {}", provider.id(), away.getMessage());
            return new Departure.Impossible();
        }
    }

    /** Ends the journey, whatever comes of it. */
    public Return back(Provider provider, String redirect, String code, String state, HttpServletRequest request) {
        Optional<Journey> journey = end(request)
                .filter(begun -> begun.provider().equals(provider.id()))
                .filter(begun -> begun.state().equals(state));
        if (journey.isEmpty() || code.isEmpty()) {
            return new Return.Refused();
        }
        try {
            return checked(provider, discovery.of(provider, redirect), journey.get(), code);
        } catch (AuthenticationException refused) {
            LOG.info("An answer of the provider {} is not in order: {}", provider.id(), refused.getMessage());
            return new Return.Refused();
        } catch (Away away) {
            LOG.warn("The provider {} cannot be used now: {}", provider.id(), away.getMessage());
            return new Return.ProviderAway();
        }
    }

    private Return checked(Provider provider, Discovery.Known known, Journey journey, String code) {
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                .state(journey.state())
                .redirectUri(known.redirect())
                .build();
        Authentication result = check(known)
                .authenticate(new OAuth2LoginAuthenticationToken(
                        known.registration(),
                        new OAuth2AuthorizationExchange(request(provider, known, journey), answer)));
        return result != null && result.getPrincipal() instanceof OidcUser user
                ? Claims.identity(provider, user)
                        .<Return>map(identity -> new Return.Of(identity, journey.next()))
                        .orElseGet(Return.Refused::new)
                : new Return.Refused();
    }

    private OidcAuthorizationCodeAuthenticationProvider check(Discovery.Known known) {
        var plain = new DefaultOAuth2UserService();
        plain.setRestOperations(discovery.rest());
        var users = new OidcUserService();
        users.setOauth2UserService(plain);
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(discovery.tokenClient());
        var check = new OidcAuthorizationCodeAuthenticationProvider(tokens, users);
        check.setJwtDecoderFactory(registration -> known.decoder());
        return check;
    }

    private OAuth2AuthorizationRequest request(Provider provider, Discovery.Known known, Journey journey) {
        Map<String, Object> said = new HashMap<>();
        said.put(PkceParameterNames.CODE_CHALLENGE, journey.challenge());
        said.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
        Map<String, Object> kept = new HashMap<>();
        kept.put(OAuth2ParameterNames.REGISTRATION_ID, provider.id());
        kept.put(PkceParameterNames.CODE_VERIFIER, journey.verifier());
        if (provider.keepsNonce()) {
            said.put(OidcParameterNames.NONCE, journey.nonceHash());
            kept.put(OidcParameterNames.NONCE, journey.nonce());
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(known.departure())
                .clientId(provider.clientId())
                .redirectUri(known.redirect())
                .scopes(known.registration().getScopes())
                .state(journey.state())
                .additionalParameters(said)
                .attributes(attributes -> attributes.putAll(kept))
                .build();
    }

    private Optional<Journey> end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(Journey.ATTRIBUTE) instanceof String text)) {
            return Optional.empty();
        }
        session.removeAttribute(Journey.ATTRIBUTE);
        return Journey.of(text, time.instant());
    }
}
