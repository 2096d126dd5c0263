package org.threeshift.web.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.threeshift.core.keys.Seal;

/** The key that lies beside an embedded database, which only the folder's owner can read. */
record SecretKeyFile(DataFolder folder) {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    static SecretKeyFile in(DataFolder folder) {
        return new SecretKeyFile(folder);
    }

    Path path() {
        return folder.folder().resolve("secret.key");
    }

    /** Made at the first question. A start that is cut short leaves no half of a key. */
    byte[] key(RandomGenerator chance) {
        try {
            if (!Files.exists(path())) {
                make(chance);
            }
            return decoded(Files.readString(path()).strip());
        } catch (IOException e) {
            throw folder.notWritable(e);
        }
    }

    private void make(RandomGenerator chance) throws IOException {
        byte[] key = new byte[Seal.KEY_BYTES];
        chance.nextBytes(key);
        Path fresh = folder.folder().resolve("secret.key.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, OWNER_ONLY);
        Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n");
        Files.move(fresh, path(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** @throws StartupRefusal for what is not 32 bytes in Base64 */
    static byte[] decoded(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == Seal.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            throw StartupRefusal.because(notBase64, "start.secret-key");
        }
        throw StartupRefusal.of("start.secret-key");
    }
}
