package org.threeshift.web.page;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds what templates and code ask for against what the bundles say. A use is a literal key; a literal that gets its
 * rest at run time, which stands for every key that begins with it; or a literal end put to a key that is there.
 */
record SentenceUses(Map<String, String> sentences, Map<String, String> fileOfKey, List<String> sources) {
    private static final Pattern ASKED = Pattern.compile("\\btext\\(\\s*\"([^\"]+)\"\\s*([,)+])");
    private static final Pattern LITERAL = Pattern.compile("\"\\{?([A-Za-z][\\w.-]*\\.[\\w.-]*)}?\"(\\s*\\+)?");
    private static final Pattern SUFFIX = Pattern.compile("\\+\\s*\"(\\.[\\w.-]+)\"");
    /** Keys that Spring asks for by the name of an exception. */
    private static final String SPRINGS_OWN = "problemDetail.";

    static SentenceUses read(Path bundles, Path... sourceFolders) {
        Map<String, String> sentences = new TreeMap<>();
        Map<String, String> fileOfKey = new TreeMap<>();
        for (Path bundle : files(bundles, ".properties")) {
            load(bundle).forEach((key, sentence) -> {
                sentences.put(key.toString(), sentence.toString());
                fileOfKey.put(key.toString(), bundle.getFileName().toString().replace(".properties", ""));
            });
        }
        List<String> sources = new ArrayList<>();
        for (Path folder : sourceFolders) {
            files(folder, ".jte").forEach(file -> sources.add(content(file)));
            files(folder, ".java").forEach(file -> sources.add(content(file)));
        }
        return new SentenceUses(sentences, fileOfKey, sources);
    }

    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        sources.forEach(source -> ASKED.matcher(source).results().forEach(use -> {
            String key = use.group(1);
            boolean prefix = use.group(2).equals("+");
            if (prefix
                    ? sentences.keySet().stream().noneMatch(known -> known.startsWith(key))
                    : !sentences.containsKey(key)) {
                missing.add(key);
            }
        }));
        return missing;
    }

    Set<String> unused() {
        Set<String> unused = new TreeSet<>(sentences.keySet());
        unused.removeIf(key -> key.startsWith(SPRINGS_OWN));
        Set<String> suffixes = new TreeSet<>();
        sources.forEach(source -> {
            LITERAL.matcher(source).results().forEach(literal -> {
                String text = literal.group(1);
                boolean goesOn = literal.group(2) != null;
                unused.removeIf(key -> goesOn ? key.startsWith(text) : key.equals(text));
            });
            SUFFIX.matcher(source).results().forEach(suffix -> suffixes.add(suffix.group(1)));
        });
        suffixes.forEach(suffix -> unused.removeIf(key ->
                key.endsWith(suffix) && sentences.containsKey(key.substring(0, key.length() - suffix.length()))));
        return unused;
    }

    /** Keys that do not begin with their file's name, so that nobody would find them. */
    Set<String> misplaced() {
        Set<String> misplaced = new TreeSet<>(sentences.keySet());
        misplaced.removeIf(key -> key.startsWith(SPRINGS_OWN) || key.startsWith(fileOfKey.get(key) + "."));
        return misplaced;
    }

    /** A straight apostrophe is a quote to MessageFormat and vanishes; sentences use the typographic one. */
    Set<String> withStraightApostrophe() {
        Set<String> keys = new TreeSet<>();
        sentences.forEach((key, sentence) -> {
            if (sentence.contains("'")) {
                keys.add(key);
            }
        });
        return keys;
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
