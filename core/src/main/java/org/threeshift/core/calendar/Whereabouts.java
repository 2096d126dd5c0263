package org.threeshift.core.calendar;

/** What calendars outside need to know of this installation. */
public interface Whereabouts {
    /** Of an installation that nobody reaches, such as a program that runs beside one. */
    Whereabouts NOWHERE = new Whereabouts() {
        @Override
        public String url(String path) {
            return "http://localhost" + path;
        }

        @Override
        public String sender() {
            return "threeshift@localhost";
        }
    };

    /** The whole address of a path, which begins with a slash. */
    String url(String path);

    /** The e-mail address from which invitations come, alone. */
    String sender();
}
