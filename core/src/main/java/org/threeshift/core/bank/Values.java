package org.threeshift.core.bank;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Takes typed values out of nodes, and reports a node that holds something else. */
final class Values {
    static final int LONGEST_LABEL = 120;
    static final int LONGEST_TEXT = 4_000;
    static final int LONGEST_ID = 60;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

    private final Problems problems;

    Values(Problems problems) {
        this.problems = problems;
    }

    /** A text of a few words. */
    Optional<String> label(String name, Node node) {
        return text(name, node, LONGEST_LABEL);
    }

    /** A text of a few sentences. */
    Optional<String> text(String name, Node node) {
        return text(name, node, LONGEST_TEXT);
    }

    private Optional<String> text(String name, Node node, int longest) {
        Kind kind = Kind.of(node);
        if (kind == Kind.NUMBER || kind == Kind.TRUTH) {
            problems.at(node, Sentence.VALUE_UNQUOTED, name, ((ScalarNode) node).getValue(), kind.word());
            return Optional.empty();
        }
        if (kind != Kind.TEXT && kind != Kind.NOTHING) {
            return wrong(name, node, Kind.TEXT);
        }
        String text = ((ScalarNode) node).getValue().strip();
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty() || kind == Kind.NOTHING) {
            problems.at(node, Sentence.VALUE_BLANK, name);
            return Optional.empty();
        }
        if (length > longest) {
            problems.at(node, Sentence.VALUE_TOO_LONG, name, length, longest);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    Optional<String> id(String name, Node node) {
        Optional<String> text = text(name, node);
        if (text.isPresent() && !(ID.matcher(text.get()).matches() && text.get().length() <= LONGEST_ID)) {
            problems.at(node, Sentence.ID_MALFORMED, text.get(), LONGEST_ID);
            return Optional.empty();
        }
        return text;
    }

    Optional<Integer> number(String name, Node node, int least, int most) {
        if (Kind.of(node) != Kind.NUMBER) {
            return wrong(name, node, Kind.NUMBER);
        }
        String text = ((ScalarNode) node).getValue();
        Optional<Integer> number = Optional.of(text)
                .filter(digits -> WHOLE.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(value -> value >= least && value <= most);
        if (number.isEmpty()) {
            problems.at(node, Sentence.VALUE_OUT_OF_RANGE, name, text, least, most);
        }
        return number;
    }

    Optional<List<Node>> list(String name, Node node) {
        return node instanceof SequenceNode list ? Optional.of(list.getValue()) : wrong(name, node, Kind.LIST);
    }

    Optional<Map<String, Entry>> entries(String name, Node node) {
        return node instanceof MappingNode mapping
                ? Optional.of(Entry.of(mapping, problems))
                : wrong(name, node, Kind.KEYS);
    }

    private <T> Optional<T> wrong(String name, Node node, Kind wanted) {
        problems.at(
                node,
                Sentence.VALUE_OF_WRONG_KIND,
                name,
                wanted.word(),
                Kind.of(node).word());
        return Optional.empty();
    }
}
