package org.threeshift.web.openid;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * What providers say of themselves (OpenID Connect Discovery), asked when somebody comes and kept for a while, so that one that
 * is away stops nobody else and no start.
 */
@Component
class Discovery {
    private static final Duration KEPT = Duration.ofHours(6);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final InstantSource time;
    private final RestTemplate rest;
    private final RestClient tokenClient;

    /**
     * @param departure where browsers sign in there
     * @param redirect  where it sends them back to
     * @param decoder   of its tokens, with the keys that it has shown
     */
    record Known(
            ClientRegistration registration, String departure, String redirect, JwtDecoder decoder, Instant since) {}

    Discovery(InstantSource time) {
        this.time = time;
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT);
        requests.setReadTimeout(READ);
        this.rest = new RestTemplate(requests);
        this.tokenClient = RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .disableDefaults()
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** How this installation asks providers: nobody waits long for one. */
    RestTemplate rest() {
        return rest;
    }

    /** How it asks them for tokens. */
    RestClient tokenClient() {
        return tokenClient;
    }

    /**
     * @param redirect where the provider sends browsers back to
     * @throws Away when the provider does not answer, or says that it is another one
     */
    Known of(Provider provider, String redirect) {
        String key = provider.id() + " " + redirect;
        Known kept = known.get(key);
        Instant now = time.instant();
        if (kept == null || now.isAfter(kept.since().plus(KEPT))) {
            kept = asked(provider, redirect, now);
            known.put(key, kept);
        }
        return kept;
    }

    private Known asked(Provider provider, String redirect, Instant now) {
        ClientRegistration registration = registration(provider, redirect, document(provider));
        ClientRegistration.ProviderDetails details = registration.getProviderDetails();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(told(details.getJwkSetUri(), provider))
                .jwsAlgorithms(algorithms -> {
                    algorithms.add(SignatureAlgorithm.RS256);
                    algorithms.add(SignatureAlgorithm.PS256);
                    algorithms.add(SignatureAlgorithm.ES256);
                })
                .restOperations(rest)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return new Known(registration, told(details.getAuthorizationUri(), provider), redirect, decoder, now);
    }

    private static String told(@Nullable String address, Provider provider) {
        if (address == null) {
            throw new Away("an incomplete answer from " + provider.issuer());
        }
        return address;
    }

    private Map<String, Object> document(Provider provider) {
        try {
            Map<String, Object> document = rest.exchange(
                            provider.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration",
                            HttpMethod.GET,
                            null,
                            DOCUMENT)
                    .getBody();
            if (document == null || !provider.issuer().equals(document.get("issuer"))) {
                throw new Away("the issuer says that it is another one");
            }
            return document;
        } catch (RestClientException e) {
            throw new Away("no answer from " + provider.issuer(), e);
        }
    }

    private static ClientRegistration registration(Provider provider, String redirect, Map<String, Object> document) {
        try {
            return ClientRegistrations.fromOidcConfiguration(document)
                    .registrationId(provider.id())
                    .clientId(provider.clientId())
                    .clientSecret(provider.clientSecret())
                    .clientName(provider.label())
                    .redirectUri(redirect)
                    .scope(OidcScopes.OPENID, OidcScopes.EMAIL, OidcScopes.PROFILE)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new Away("an incomplete answer from " + provider.issuer(), e);
        }
    }
}
