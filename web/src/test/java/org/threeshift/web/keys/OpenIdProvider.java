package org.threeshift.web.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A small provider that signs what it is told to say. */
final class OpenIdProvider implements AutoCloseable {
    static final String CLIENT = "threeshift-test";

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey anotherKey;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private volatile String lastRequest = "";

    OpenIdProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            anotherKey = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What the last one who asked for a token sent. */
    String lastRequest() {
        return lastRequest;
    }

    /** Hands a code out whose token says this. */
    String code(
            String subject, String email, boolean confirmed, String nonce, UnaryOperator<JWTClaimsSet.Builder> more) {
        return code(key, subject, email, confirmed, nonce, more);
    }

    /** The same, signed with a key that is not the provider's. */
    String forged(String subject, String email, String nonce) {
        return code(anotherKey, subject, email, true, nonce, UnaryOperator.identity());
    }

    private String code(
            RSAKey signing,
            String subject,
            String email,
            boolean confirmed,
            String nonce,
            UnaryOperator<JWTClaimsSet.Builder> more) {
        long now = Instant.now().getEpochSecond();
        JWTClaimsSet claims = more.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject(subject)
                        .audience(CLIENT)
                        .claim("iat", now)
                        .claim("exp", now + 60)
                        .claim("nonce", nonce)
                        .claim("email", email)
                        .claim("email_verified", confirmed)
                        .claim("name", "Olga Provider"))
                .build();
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(signing.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(signing));
            String code = "code-" + tokens.size();
            tokens.put(code, token.serialize());
            return code;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        lastRequest = form;
        String code = form.replaceFirst("(?s).*\\bcode=([^&]+).*", "$1");
        answer(exchange, """
                {"access_token": "access", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}
                """.formatted(tokens.getOrDefault(code, "")));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
