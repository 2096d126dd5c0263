package org.threeshift.core.bank;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.springframework.stereotype.Service;

/**
 * Reads and checks bank files in the format {@value #FORMAT}, which {@code banks/bank.schema.json} describes. A file that
 * is too big, not UTF-8 or no YAML is refused as a whole; otherwise every problem is reported at once.
 */
@Service
public final class BankReader {
    public static final String FORMAT = "threeshift-bank/1";

    private static final int GENERATION = 1;
    private static final Pattern FORMATS = Pattern.compile("threeshift-bank/([1-9][0-9]{0,3})");
    private static final int HIGHEST_VERSION = 9_999;
    private static final List<String> KEYS =
            List.of("format", "id", "version", "title", "role", "summary", "questions", "rounds");

    /** @param name the file's name, for the problems */
    public BankReading read(byte[] file, String name) {
        Problems problems = new Problems(name);
        Optional<BankReading> read = BankText.of(file, problems)
                .flatMap(text -> fields(text, problems))
                .map(fields -> new BankReading.Read(bank(fields, problems), checksum(file), fields.lineOf("version")));
        return problems.none() ? read.orElseThrow() : new BankReading.Rejected(problems.list());
    }

    static String checksum(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static Optional<Fields> fields(String text, Problems problems) {
        Optional<Node> root = YamlTree.of(text, problems).filter(node -> Kind.of(node) != Kind.NOTHING);
        if (root.isEmpty() && problems.none()) {
            problems.atLine(1, Sentence.FILE_EMPTY, FORMAT);
        }
        return root.flatMap(node -> Fields.of(Sentence.WORD_FILE.with(), node, Sentence.WORD_BANK, KEYS, problems))
                .filter(BankReader::understood);
    }

    /** A newer format is not read any further: what follows in it would be called wrong and is not. */
    private static boolean understood(Fields fields) {
        String format = fields.label("format");
        Matcher formats = FORMATS.matcher(format);
        if (formats.matches() && Integer.parseInt(formats.group(1)) > GENERATION) {
            fields.problem("format", Sentence.FORMAT_NEWER, format, FORMAT);
            return false;
        }
        if (!format.isEmpty() && !format.equals(FORMAT)) {
            fields.problem("format", Sentence.FORMAT_UNKNOWN, format, FORMAT);
        }
        return true;
    }

    private static Bank bank(Fields fields, Problems problems) {
        List<Question> questions = questions(fields, problems);
        return new Bank(
                fields.id("id"),
                fields.number("version", 1, HIGHEST_VERSION),
                fields.label("title"),
                fields.label("role"),
                fields.text("summary"),
                questions,
                rounds(fields, questions, problems));
    }

    private static List<Question> questions(Fields fields, Problems problems) {
        TakenIds ids = new TakenIds();
        List<Question> questions = new ArrayList<>();
        for (Fields group : fields.groups("questions", 1, Sentence.WORD_QUESTION, QuestionReader.KEYS)) {
            Question question = new QuestionReader(group, problems).read();
            ids.take(question.id(), group);
            questions.add(question);
        }
        return questions;
    }

    private static List<Round> rounds(Fields fields, List<Question> questions, Problems problems) {
        Map<String, Integer> minutes = new HashMap<>();
        questions.forEach(question -> minutes.putIfAbsent(question.id(), question.minutes()));
        RoundReader reader = new RoundReader(minutes, problems);
        TakenIds ids = new TakenIds();
        List<Round> rounds = new ArrayList<>();
        for (Fields group : fields.groups("rounds", 1, Sentence.WORD_ROUND, RoundReader.KEYS)) {
            Round round = reader.read(group);
            ids.take(round.id(), group);
            rounds.add(round);
        }
        return rounds;
    }
}
