package org.threeshift.core.bank;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A key with its value, and where both stand. */
record Entry(Node key, Node value) {
    /** The entries by key, in the file's order. A key that is given twice or is no plain word is reported and left out. */
    static Map<String, Entry> of(MappingNode mapping, Problems problems) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                Node node = tuple.getKeyNode();
                problems.at(node, Sentence.KEY_NO_TEXT, Kind.of(node).word());
                continue;
            }
            Entry first = entries.putIfAbsent(key.getValue(), new Entry(key, tuple.getValueNode()));
            if (first != null) {
                problems.at(key, Sentence.KEY_TWICE, key.getValue(), Integer.toString(line(first.key)));
            }
        }
        return entries;
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
