package org.threeshift.web.database;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where this instance keeps its data, in the words of the terminal. */
@Component
public final class DataPlace {
    private final String place;
    private final boolean demonstration;

    DataPlace(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        this.place =
                url.isBlank() ? DataFolder.of(environment).folder().toString() : ReachedDatabase.withoutSecrets(url);
        this.demonstration = environment.getProperty("threeshift.demonstration", Boolean.class, false);
    }

    /** A few lines: ready, the address, the data, how to stop. */
    public String announcement(String address) {
        return Sentences.of(demonstration ? "start.ready.demonstration" : "start.ready.own")
                + Sentences.of("start.ready.details", address, place);
    }
}
