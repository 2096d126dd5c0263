package org.threeshift.web.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.threeshift.core.keys.Passkeys;
import org.threeshift.core.people.Person;

/**
 * The ceremonies of passkeys (Web Authentication, sections 7.1 and 7.2), which Spring Security checks. What differs from its
 * own filters: the authenticator must make sure of its person, and a challenge is kept by its hash in the database, for one use
 * on any node, so that a sign-in page needs no session.
 */
@Component
final class RelyingParty {
    private static final String NAME = "Threeshift";

    private static final AuthenticatorSelectionCriteria SELECTION = AuthenticatorSelectionCriteria.builder()
            .residentKey(ResidentKeyRequirement.REQUIRED)
            .userVerification(UserVerificationRequirement.REQUIRED)
            .build();

    private final Passkeys passkeys;
    private final PasskeyOwners owners;
    private final PasskeyRecords records;
    private final Credentials credentials = new Credentials();
    private final String baseUrl;

    RelyingParty(
            Passkeys passkeys,
            PasskeyOwners owners,
            PasskeyRecords records,
            @Value("${threeshift.base-url:}") String baseUrl) {
        this.passkeys = passkeys;
        this.owners = owners;
        this.records = records;
        this.baseUrl = baseUrl;
    }

    /** What a browser needs to add a passkey, as JSON. */
    String creation(Person person, HttpServletRequest request) {
        PublicKeyCredentialCreationOptions options = operations(request)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(authentication(person)));
        passkeys.challenged(options.getChallenge().getBytes(), Optional.of(person.id()));
        return credentials.json(options);
    }

    /** Adds what the browser made of {@link #creation}. @return false when it is not in order */
    boolean add(Person person, String json, String label, HttpServletRequest request) {
        Optional<PublicKeyCredential<AuthenticatorAttestationResponse>> credential = credentials.attestation(json);
        Optional<byte[]> challenge = credential.flatMap(
                made -> credentials.challenge(made.getResponse().getClientDataJSON()));
        if (challenge
                .filter(asked -> passkeys.answers(asked, Optional.of(person.id())))
                .isEmpty()) {
            return false;
        }
        Webauthn4JRelyingPartyOperations operations = operations(request);
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(SELECTION).challenge(new Bytes(challenge.get())));
        PublicKeyCredentialCreationOptions options = operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(authentication(person)));
        try {
            operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    options, new RelyingPartyPublicKey(credential.get(), label)));
            return true;
        } catch (RuntimeException refused) {
            return Refusals.of(refused);
        }
    }

    /** What a browser needs to sign in with any passkey that it has for us, as JSON. */
    String assertion(HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = operations(request)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        passkeys.challenged(options.getChallenge().getBytes(), Optional.empty());
        return credentials.json(options);
    }

    /** Whose passkey answered {@link #assertion}. Absent when it is not in order. */
    Optional<Person> signedBy(String json, HttpServletRequest request) {
        Optional<PublicKeyCredential<AuthenticatorAssertionResponse>> credential = credentials.assertion(json);
        Optional<byte[]> challenge = credential.flatMap(
                made -> credentials.challenge(made.getResponse().getClientDataJSON()));
        if (challenge.filter(asked -> passkeys.answers(asked, Optional.empty())).isEmpty()) {
            return Optional.empty();
        }
        PublicKeyCredentialRequestOptions options = PublicKeyCredentialRequestOptions.builder()
                .challenge(new Bytes(challenge.get()))
                .rpId(origin(request).relyingParty())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
        try {
            PublicKeyCredentialUserEntity owner =
                    operations(request).authenticate(new RelyingPartyAuthenticationRequest(options, credential.get()));
            return owners.person(owner.getId());
        } catch (RuntimeException refused) {
            Refusals.of(refused);
            return Optional.empty();
        }
    }

    private Webauthn4JRelyingPartyOperations operations(HttpServletRequest request) {
        Origin origin = origin(request);
        var operations = new Webauthn4JRelyingPartyOperations(
                owners,
                records,
                PublicKeyCredentialRpEntity.builder()
                        .id(origin.relyingParty())
                        .name(NAME)
                        .build(),
                Set.of(origin.text()));
        operations.setCustomizeCreationOptions(options -> options.authenticatorSelection(SELECTION));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private Origin origin(HttpServletRequest request) {
        return Origin.of(baseUrl, request);
    }

    private static Authentication authentication(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(
                person.id().toString(), null, AuthorityUtils.NO_AUTHORITIES);
    }
}
