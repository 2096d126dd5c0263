package org.threeshift.web.keys;

import java.util.Base64;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The JSON forms of Web Authentication. */
final class Credentials {
    private static final int LONGEST = 64 * 1024;
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> ATTESTATION =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> ASSERTION =
            new TypeReference<>() {};

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    String json(Object options) {
        return json.writeValueAsString(options);
    }

    Optional<PublicKeyCredential<AuthenticatorAttestationResponse>> attestation(String text) {
        return read(text, ATTESTATION);
    }

    Optional<PublicKeyCredential<AuthenticatorAssertionResponse>> assertion(String text) {
        return read(text, ASSERTION);
    }

    /** What the authenticator says that it was asked. */
    Optional<byte[]> challenge(Bytes clientData) {
        try {
            String challenge =
                    json.readTree(clientData.getBytes()).path("challenge").asString("");
            return challenge.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Base64.getUrlDecoder().decode(challenge));
        } catch (JacksonException | IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private <R extends org.springframework.security.web.webauthn.api.AuthenticatorResponse>
            Optional<PublicKeyCredential<R>> read(String text, TypeReference<PublicKeyCredential<R>> type) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(text, type)).filter(Credentials::whole);
        } catch (JacksonException | IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("ConstantValue") // JSON may lack what the type promises
    private static boolean whole(PublicKeyCredential<?> credential) {
        return credential.getRawId() != null
                && credential.getResponse() != null
                && credential.getResponse().getClientDataJSON() != null;
    }
}
