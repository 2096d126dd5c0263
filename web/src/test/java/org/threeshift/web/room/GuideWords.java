package org.threeshift.web.room;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Question;

/** Everything in a bank that no candidate may read before publication. */
public record GuideWords(List<String> secrets) {
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    public static GuideWords of(Bank bank) {
        return new GuideWords(bank.questions().stream()
                .flatMap(GuideWords::guide)
                .map(GuideWords::plain)
                .distinct()
                .toList());
    }

    /** Those that an answer gives away, however it writes them. */
    public List<String> foundIn(String answer) {
        String text = plain(answer);
        return secrets.stream().filter(text::contains).toList();
    }

    private static Stream<String> guide(Question question) {
        return Stream.of(
                        Stream.of(question.why()),
                        question.traps().stream()
                                .flatMap(trap -> Stream.concat(
                                        Stream.of(trap.name(), trap.summary()), trap.tellTales().stream())),
                        question.strategicAnswer().holds().stream(),
                        Stream.of(question.strategicAnswer().example()),
                        question.anchors().values().stream().flatMap(anchors -> anchors.values().stream()),
                        question.probes().values().stream())
                .flatMap(words -> words);
    }

    private static String plain(String text) {
        return HtmlUtils.htmlUnescape(ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16)))))
                .replace("\\\"", "\"")
                .replace("\\n", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
