package org.threeshift.web.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Whether an example has the shape that a description gives it. */
record Shape(JsonNode description) {
    /** Where it has not; empty when it fits. Empty lists in an example are as good as any. */
    List<String> misfits(JsonNode schema, JsonNode example, String where) {
        JsonNode resolved = resolve(schema);
        List<String> misfits = new ArrayList<>();
        if (example.isNull()) {
            return misfits;
        }
        JsonNode properties = resolved.path("properties");
        if (example.isObject() && properties.isObject()) {
            Set<String> told = new TreeSet<>(properties.propertyNames());
            Set<String> shown = new TreeSet<>(example.propertyNames());
            if (!told.equals(shown)) {
                misfits.add(where + ": the description has " + told + ", the example " + shown);
            }
            for (String name : shown) {
                misfits.addAll(misfits(properties.path(name), example.path(name), where + "." + name));
            }
        } else if (example.isArray()) {
            if (resolved.path("items").isMissingNode()) {
                misfits.add(where + " is no list");
            }
            example.forEach(one -> misfits.addAll(misfits(resolved.path("items"), one, where + "[]")));
        } else if (example.isObject() && !resolved.path("items").isMissingNode()) {
            misfits.add(where + " is a list");
        }
        return misfits;
    }

    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolve(description.at(reference.substring(1)));
    }
}
