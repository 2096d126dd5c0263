package org.threeshift.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsTest {
    @Test
    void every_link_within_the_project_leads_somewhere() {
        assertThat(Docs.ofThisProject().links()).hasSizeGreaterThan(60).allMatch(Docs.Link::leadsSomewhere);
    }

    @Test
    void a_link_to_nothing_is_found(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("README.md"), "[here](README.md#top), [there](https://example.org), [gone](gone.md)");
        Files.createDirectory(folder.resolve("docs"));
        Files.writeString(
                folder.resolve("docs/screens.md"), "![A screen](pictures/home-390-light.png) [up](../README.md)");
        var docs = new Docs(folder);
        assertThat(docs.links().filter(link -> !link.leadsSomewhere()).map(Docs.Link::target))
                .containsExactly("gone.md", "pictures/home-390-light.png");
        assertThat(docs.pictures()).containsExactly("home-390-light.png");
    }
}
