package org.threeshift.interviewer.console;

/** Where a person's sheet stands, and what becomes of it, as the key of a sentence. */
final class SheetLead {
    private SheetLead() {}

    static String of(Screen screen) {
        return switch (screen.view().seat()) {
            case OBSERVER -> observer(screen);
            case SHADOW -> shadow(screen);
            case INTERVIEWER, CANDIDATE -> interviewer(screen);
        };
    }

    private static String interviewer(Screen screen) {
        if (screen.leftOut()) {
            return "sheet.lead.left-out";
        }
        return switch (screen.phase()) {
            case LIVE -> "sheet.lead.live";
            case DEBRIEFING -> screen.view().sheet().locked() ? "sheet.lead.locked" : "sheet.lead.open";
            case PUBLISHED -> "sheet.lead.published";
            case SCHEDULED, CANCELLED -> "sheet.lead.none";
        };
    }

    private static String shadow(Screen screen) {
        if (screen.leftOut()) {
            return "sheet.training.left-out";
        }
        return switch (screen.phase()) {
            case LIVE -> "sheet.training.live";
            case DEBRIEFING -> screen.view().sheet().locked() ? "sheet.training.locked" : "sheet.training.open";
            case PUBLISHED -> "sheet.training.published";
            case SCHEDULED, CANCELLED -> "sheet.lead.none";
        };
    }

    private static String observer(Screen screen) {
        if (!screen.view().panel().isEmpty()) {
            return "sheet.observer.open";
        }
        return switch (screen.phase()) {
            case LIVE, DEBRIEFING -> "sheet.observer.blind";
            case PUBLISHED -> "sheet.observer.open";
            case SCHEDULED, CANCELLED -> "sheet.lead.none";
        };
    }
}
