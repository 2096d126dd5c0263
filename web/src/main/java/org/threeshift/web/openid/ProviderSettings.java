package org.threeshift.web.openid;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code threeshift.openid.<id>} says of one provider. The names of some are enough to know their label and issuer. */
record ProviderSettings(
        @Nullable String name,
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret) {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

    private record Preset(String label, String issuer) {}

    private static final Map<String, Preset> PRESETS = Map.of(
            "google", new Preset("Google", "https://accounts.google.com"),
            // The tenant of personal accounts; an organisation names its own.
            "microsoft",
                    new Preset(
                            "Microsoft", "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0"),
            "linkedin", new Preset("LinkedIn", "https://www.linkedin.com/oauth"));

    /** Absent when something is missing, or its tokens could not be believed. */
    Optional<Provider> provider(String id) {
        Preset preset = PRESETS.getOrDefault(id, new Preset(id, ""));
        String where = or(issuer, preset.issuer());
        String client = or(clientId, "");
        if (!ID.matcher(id).matches() || where.isEmpty() || client.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Provider(id, or(name, preset.label()), where, client, or(clientSecret, "")))
                .filter(Provider::safe);
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given.strip();
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "ProviderSettings[%s]".formatted(issuer);
    }
}
