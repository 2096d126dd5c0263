package gate;

import java.util.List;

/** Uses a raw type: only a warning to the compiler, which -Werror turns into a failure. */
final class UsesRawType {
    private UsesRawType() {}

    static int size(List list) {
        return list.size();
    }
}
