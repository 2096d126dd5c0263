package gate;

/** Returns null where null marks forbid it. */
final class ReturnsNull {
    private ReturnsNull() {}

    static String name() {
        return null;
    }
}
