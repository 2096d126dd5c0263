package org.threeshift.core.entry;

import java.util.HexFormat;
import java.util.Optional;
import org.threeshift.core.id.Token;

/**
 * Where a try comes from, as far as the face that serves it knows.
 *
 * @param network the part of the network that one subscriber has; absent for this machine itself, whose user has the data anyway
 * @param browser the secret of a cookie that this browser was given once
 */
public record Origin(Optional<String> network, Optional<Token> browser) {
    public static final Origin HERE = new Origin(Optional.empty(), Optional.empty());

    /** What may be kept of the browser's secret, in hexadecimal. */
    Optional<String> browserHash() {
        return browser.map(Token::hash).map(HexFormat.of()::formatHex);
    }
}
