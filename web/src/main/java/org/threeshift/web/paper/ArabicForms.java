package org.threeshift.web.paper;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arabic letters as they look beside each other. Unicode's block of presentation forms (U+FE80 to U+FEFC) holds the forms of each
 * letter in the order alone, at the end, at the beginning, in the middle; letters that join only what stands before them have
 * the first two.
 */
final class ArabicForms {
    private static final int FIRST = 0xfe80;
    private static final int LAST = 0xfefc;
    private static final int ALONE = 0;
    private static final int END = 1;
    private static final int BEGINNING = 2;
    private static final int MIDDLE = 3;
    private static final int ALL = 4;

    /** By the letter, or by lam and alef, which make one sign. */
    private static final Map<String, List<Character>> FORMS = forms();

    private ArabicForms() {}

    private static Map<String, List<Character>> forms() {
        Map<String, List<Character>> forms = new HashMap<>();
        for (char form = FIRST; form <= LAST; form++) {
            String letter = Normalizer.normalize(String.valueOf(form), Normalizer.Form.NFKC);
            forms.computeIfAbsent(letter, _ -> new ArrayList<>()).add(form);
        }
        return forms;
    }

    static String joined(String text) {
        var shaped = new StringBuilder(text.length());
        boolean before = false;
        for (int index = 0; index < text.length(); ) {
            int length = index + 2 <= text.length() && FORMS.containsKey(text.substring(index, index + 2)) ? 2 : 1;
            List<Character> forms = FORMS.get(text.substring(index, index + length));
            if (forms == null) {
                char other = text.charAt(index);
                shaped.append(other);
                before &= transparent(other);
            } else {
                boolean after = forms.size() == ALL && joins(text, index + length);
                int form = before ? (after ? MIDDLE : END) : after ? BEGINNING : ALONE;
                shaped.append(forms.get(Math.min(form, forms.size() - 1)).charValue());
                before = forms.size() == ALL;
            }
            index += length;
        }
        return shaped.toString();
    }

    /** Whether what comes next takes the hand of what stands before it. */
    private static boolean joins(String text, int from) {
        int index = from;
        while (index < text.length() && transparent(text.charAt(index))) {
            index++;
        }
        List<Character> forms = index < text.length() ? FORMS.get(text.substring(index, index + 1)) : null;
        return forms != null && forms.size() >= 2;
    }

    private static boolean transparent(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}
