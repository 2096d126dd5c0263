package org.threeshift.web.journey;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.threeshift.web.browser.Chromium;

/** Hands the browser and the installations to tests: each is started when first asked for and ends with the last test. */
final class Journeys implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Chromium.class || type == Installation.class || type == Demonstration.class;
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // Of the whole process: where test classes are dealt out to several, each class is a run of its own.
        Store store = context.getStore(StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(Journeys.class));
        Class<?> type = parameter.getParameter().getType();
        if (type == Installation.class) {
            Installation installation = store.computeIfAbsent(
                    Installation.class, _ -> Installation.setUp(chromium(store)), Installation.class);
            // An interview that a journey before left open would keep its people from the next one.
            LetterBox.in(installation.threeshift().database()).nobodyIsBusy();
            return installation;
        }
        return type == Demonstration.class
                ? store.computeIfAbsent(
                        Demonstration.class, _ -> Demonstration.start(chromium(store)), Demonstration.class)
                : chromium(store);
    }

    private static Chromium chromium(Store store) {
        return store.computeIfAbsent(Chromium.class, _ -> Chromium.withCamera(), Chromium.class);
    }
}
