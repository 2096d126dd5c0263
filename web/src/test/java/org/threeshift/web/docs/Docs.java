package org.threeshift.web.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is written about the project: README and every Markdown file under docs, with what they link to. */
public record Docs(Path root) {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z]+:.*");

    /** @param target as it is written, without what comes after # */
    record Link(Path from, String target) {
        boolean leadsSomewhere() {
            return Files.exists(to());
        }

        Path to() {
            return from.resolveSibling(target).normalize();
        }
    }

    /** Of this project, seen from the folder in which a module's tests run. */
    public static Docs ofThisProject() {
        return new Docs(Path.of(".."));
    }

    /** Names of the pictures, without their folder, that are shown anywhere. */
    public List<String> pictures() {
        return links().map(link -> String.valueOf(link.to().getFileName()))
                .filter(name -> name.endsWith(".png"))
                .distinct()
                .toList();
    }

    /** Those within the project. */
    Stream<Link> links() {
        return files().stream().flatMap(Docs::links);
    }

    private List<Path> files() {
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(Stream.of(root.resolve("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Link> links(Path file) {
        try {
            return LINK.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(target -> !ELSEWHERE.matcher(target).matches())
                    .map(target -> target.split("#", 2)[0])
                    .filter(target -> !target.isEmpty())
                    .map(target -> new Link(file, target));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
