package org.threeshift.core.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A group of keys and their values. What is missing, unknown or of the wrong kind is reported, and a stand-in is handed
 * out for it (an empty text or list, 0) so that the rest can be read too: a bank with a problem never leaves the reader.
 */
final class Fields {
    private final Node node;
    private final Sentence place;
    private final Map<String, Entry> entries;
    private final Problems problems;
    private final Values values;

    private Fields(Node node, Sentence place, Map<String, Entry> entries, Problems problems) {
        this.node = node;
        this.place = place;
        this.entries = entries;
        this.problems = problems;
        this.values = new Values(problems);
    }

    /** Absent, and reported, when the node is no group of keys. */
    static Optional<Fields> of(String name, Node node, Sentence place, List<String> keys, Problems problems) {
        Optional<Map<String, Entry>> entries = new Values(problems).entries(name, node);
        entries.ifPresent(found -> found.forEach((key, entry) -> {
            if (!keys.contains(key)) {
                problems.at(entry.key(), Sentence.KEY_UNKNOWN, key, place.with(), String.join(", ", keys));
            }
        }));
        return entries.map(found -> new Fields(node, place, found, problems));
    }

    /** Absent, and reported, when the key is missing. */
    Optional<Node> value(String key) {
        Optional<Node> value = Optional.ofNullable(entries.get(key)).map(Entry::value);
        if (value.isEmpty()) {
            problems.at(node, Sentence.KEY_MISSING, key, place.with());
        }
        return value;
    }

    String text(String key) {
        return value(key).flatMap(found -> values.text(key, found)).orElse("");
    }

    String label(String key) {
        return value(key).flatMap(found -> values.label(key, found)).orElse("");
    }

    String id(String key) {
        return value(key).flatMap(found -> values.id(key, found)).orElse("");
    }

    int number(String key, int least, int most) {
        return value(key)
                .flatMap(found -> values.number(key, found, least, most))
                .orElse(0);
    }

    <E extends Enum<E>> Optional<E> choice(String key, E[] choices, Sentence unknown) {
        return value(key)
                .flatMap(found -> values.label(key, found).flatMap(text -> choice(text, found, choices, unknown)));
    }

    <E extends Enum<E>> Optional<E> choice(String text, Node at, E[] choices, Sentence unknown) {
        Optional<E> choice = Arrays.stream(choices)
                .filter(known -> known.name().equals(text))
                .findFirst();
        if (choice.isEmpty()) {
            problems.at(at, unknown, text, names(Arrays.asList(choices)));
        }
        return choice;
    }

    static String names(List<? extends Enum<?>> choices) {
        return choices.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** The entries under a key whose keys are not known beforehand. */
    Map<String, Entry> entries(String key, int least) {
        Optional<Map<String, Entry>> found = value(key).flatMap(node -> values.entries(key, node));
        found.ifPresent(some -> enough(key, some.size(), least));
        return found.orElse(Map.of());
    }

    Optional<Fields> group(String key, Sentence groupPlace, List<String> keys) {
        return value(key).flatMap(found -> of(key, found, groupPlace, keys, problems));
    }

    List<Node> list(String key, int least) {
        Optional<List<Node>> found = value(key).flatMap(node -> values.list(key, node));
        found.ifPresent(some -> enough(key, some.size(), least));
        return found.orElse(List.of());
    }

    private void enough(String key, int size, int least) {
        if (size < least) {
            problem(key, Sentence.LIST_TOO_SHORT, key, size, least);
        }
    }

    List<String> texts(String key, int least) {
        return each(list(key, least), key, (name, entry) -> values.text(name, entry));
    }

    List<Fields> groups(String key, int least, Sentence groupPlace, List<String> keys) {
        return each(list(key, least), key, (name, entry) -> of(name, entry, groupPlace, keys, problems));
    }

    private static <T> List<T> each(List<Node> nodes, String key, BiFunction<String, Node, Optional<T>> read) {
        List<T> found = new ArrayList<>();
        for (int at = 0; at < nodes.size(); at++) {
            read.apply(Sentence.WORD_ENTRY.with(key, at + 1), nodes.get(at)).ifPresent(found::add);
        }
        return found;
    }

    /** The size of the list or of the group of keys under a key; absent when neither is there. */
    Optional<Integer> size(String key) {
        return Optional.ofNullable(entries.get(key))
                .map(Entry::value)
                .filter(value -> value instanceof CollectionNode<?>)
                .map(value -> ((CollectionNode<?>) value).getValue().size());
    }

    /** Where the value of a key begins, or the whole group when the key is missing. */
    int lineOf(String key) {
        return Entry.line(at(key));
    }

    Values values() {
        return values;
    }

    void problem(String key, Sentence sentence, Object... details) {
        problems.at(at(key), sentence, details);
    }

    private Node at(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value).orElse(node);
    }
}
