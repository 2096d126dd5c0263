package org.threeshift.web.database;

import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.threeshift.core.call.IceServers;

/** Finds the one sentence for what a person can put right; everything else is a bug and keeps its stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAnalyzer implements FailureAnalyzer {
    private static final ConfigurationPropertyName PORT = ConfigurationPropertyName.of("server.port");

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> sentence = sentence(cause);
            if (sentence.isPresent()) {
                return new FailureAnalysis(sentence.get(), null, failure);
            }
        }
        return null;
    }

    private static Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case StartupRefusal refusal -> Optional.ofNullable(refusal.getMessage());
            case PortInUseException taken -> Optional.of(Sentences.of("start.port-taken", taken.getPort()));
            case java.net.BindException refused -> Optional.of(Sentences.of("start.port-refused", text(refused)));
            case BindException wrong when wrong.getName().equals(PORT) -> Optional.of(Sentences.of("start.port-wrong"));
            case IceServers.Misconfigured call ->
                Optional.of(Sentences.of("start.call." + call.fault().name().toLowerCase(Locale.ROOT), call.value()));
            case FlywayValidateException other -> Optional.of(Sentences.of("start.other-schema", reason(other)));
            case FlywayException failed -> Optional.of(Sentences.of("start.migration-failed", reason(failed)));
            default -> Optional.empty();
        };
    }

    private static String text(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }

    /** Flyway reports in paragraphs: what a person needs is which migration, and what PostgreSQL said. */
    static String reason(FlywayException failure) {
        return text(failure)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("Script ")
                        || line.startsWith("Failed to execute script ")
                        || line.startsWith("Message ")
                        || line.startsWith("Migration ")
                        || line.startsWith("Detected "))
                .map(line -> line.replaceFirst("^(Message\\s*:|Script|Failed to execute script)\\s*", ""))
                .reduce((first, second) -> first + ": " + second)
                .orElseGet(() -> text(failure).lines().findFirst().orElse("").strip());
    }
}
