package org.threeshift.core.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an installation says to a push service who it is (RFC 8292, 2 and 3), read and verified as the push service does.
 *
 * @param text      what is signed: head and claims
 * @param signature two numbers of 32 octets (RFC 7515, A.3), which Java calls P1363
 */
record Vapid(String text, String signature, String key) {
    private static final Pattern SHAPE = Pattern.compile("vapid t=([\\w-]+\\.[\\w-]+)\\.([\\w-]+), *k=([\\w-]+)");

    static Vapid of(String header) {
        Matcher shape = SHAPE.matcher(header);
        if (!shape.matches()) {
            throw new AssertionError("no VAPID: " + header);
        }
        return new Vapid(shape.group(1), shape.group(2), shape.group(3));
    }

    JsonNode head() {
        return json(text.substring(0, text.indexOf('.')));
    }

    JsonNode claims() {
        return json(text.substring(text.indexOf('.') + 1));
    }

    boolean signed() throws GeneralSecurityException {
        byte[] both = octets(signature);
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(Browser.publicKey(octets(key)));
        verifier.update(text.getBytes(StandardCharsets.US_ASCII));
        return both.length == 64 && verifier.verify(both);
    }

    private static JsonNode json(String part) {
        return JsonMapper.shared().readTree(octets(part));
    }

    private static byte[] octets(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
