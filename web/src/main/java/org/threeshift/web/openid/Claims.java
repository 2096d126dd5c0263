package org.threeshift.web.openid;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.threeshift.core.keys.Identity;

/** Reads who somebody is out of what a provider has signed. */
final class Claims {
    /** Microsoft's word for an address whose domain's owner has been asked; it knows no {@code email_verified}. */
    private static final String EDOV = "xms_edov";

    private Claims() {}

    /** Absent for a subject that nothing could be kept by. */
    static Optional<Identity> identity(Provider provider, ClaimAccessor claims) {
        String subject = text(claims.getClaims().get("sub"));
        if (subject.isEmpty() || subject.length() > Identity.LONGEST_SUBJECT) {
            return Optional.empty();
        }
        return Optional.of(new Identity(
                provider.id(),
                subject,
                text(claims.getClaims().get("email")).toLowerCase(Locale.ROOT),
                yes(claims.getClaims().get("email_verified"))
                        || yes(claims.getClaims().get(EDOV)),
                text(claims.getClaims().get("name"))));
    }

    /** Some providers write these as text. */
    private static boolean yes(@Nullable Object claim) {
        return Boolean.TRUE.equals(claim) || "true".equals(claim) || "1".equals(Objects.toString(claim));
    }

    private static String text(@Nullable Object claim) {
        return claim instanceof String text ? text.strip() : "";
    }
}
