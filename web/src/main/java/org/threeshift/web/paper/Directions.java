package org.threeshift.web.paper;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.text.Normalizer;

/** Hebrew and Arabic among other words (Unicode Standard Annex 9), by the platform's own algorithm. */
final class Directions {
    private Directions() {}

    /** Finds the runs of a paragraph. */
    static final class Splitter implements BidiSplitter {
        private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

        @Override
        public void setParagraph(String paragraph, byte direction) {
            bidi = new Bidi(paragraph, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        }

        @Override
        public int countTextRuns() {
            return bidi.getRunCount();
        }

        @Override
        public BidiTextRun getVisualRun(int run) {
            int start = bidi.getRunStart(run);
            return new BidiTextRun(start, bidi.getRunLimit(run) - start, bidi.getRunLevel(run) % 2 == 0 ? LTR : RTL);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR : RTL;
        }
    }

    /** Puts a run from right to left into the order in which it is drawn, its letters joined. */
    static final class Reorderer implements BidiReorderer {
        private static final String OPEN = "([{<«‹";
        private static final String CLOSED = ")]}>»›";

        @Override
        public String reorderRTLTextToLTR(String text) {
            var turned = new StringBuilder(text.length());
            text.codePoints().map(Reorderer::mirrored).forEach(turned::appendCodePoint);
            return turned.reverse().toString();
        }

        private static int mirrored(int point) {
            int open = OPEN.indexOf(point);
            int closed = CLOSED.indexOf(point);
            return open >= 0 ? CLOSED.charAt(open) : closed >= 0 ? OPEN.charAt(closed) : point;
        }

        @Override
        public String shapeText(String text) {
            return ArabicForms.joined(text);
        }

        @Override
        public String deshapeText(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC);
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
