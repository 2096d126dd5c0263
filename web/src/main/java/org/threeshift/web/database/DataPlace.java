package org.threeshift.web.database;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where this instance keeps its data, in the words of the terminal. */
@Component
public final class DataPlace {
    private final String place;
    private final boolean demonstration;
    private final Optional<Path> folder;

    DataPlace(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        this.folder = url.isBlank() ? Optional.of(DataFolder.of(environment).folder()) : Optional.empty();
        this.place = folder.map(Path::toString).orElseGet(() -> ReachedDatabase.withoutSecrets(url));
        this.demonstration = environment.getProperty("threeshift.demonstration", Boolean.class, false);
    }

    /** The embedded database's; absent for a database of one's own. */
    public Optional<Path> folder() {
        return folder;
    }

    /** A few lines: ready, the address, the data, how to stop. */
    public String announcement(String address) {
        return Sentences.of(demonstration ? "start.ready.demonstration" : "start.ready.own")
                + Sentences.of("start.ready.details", address, place);
    }
}
