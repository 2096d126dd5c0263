package org.threeshift.web.openapi;

import java.util.Map;
import java.util.Optional;

/**
 * An operation as the page shows it.
 *
 * @param body     an example, as JSON
 * @param answer   an example, as JSON; absent for a stream and for an empty answer
 * @param problems the sentence of each status
 */
public record OperationCard(
        String anchor,
        String method,
        String path,
        String title,
        String text,
        Map<String, String> parameters,
        Optional<String> body,
        Optional<String> answer,
        Map<String, String> problems) {}
