// What lies in this browser until the server has it.

const over = (storage) => ({
  read(key) {
    try {
      return JSON.parse(storage().getItem(key) ?? 'null');
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      if (value === null) storage().removeItem(key);
      else storage().setItem(key, JSON.stringify(value));
    } catch {
      // A browser that keeps nothing still writes notes; only a crash would lose what the server does not have yet.
    }
  },
  /** Everything whose key begins so, without that beginning. */
  all(prefix) {
    try {
      return Object.keys(storage())
        .filter((key) => key.startsWith(prefix))
        .map((key) => this.read(key))
        .filter(Boolean);
    } catch {
      return [];
    }
  },
});

/** For this tab alone: outlives a reload. */
export const store = over(() => sessionStorage);

/** For every tab: outlives a crash of the browser. */
export const lasting = over(() => localStorage);

/** A random (version 4) UUID; `crypto.randomUUID` is missing without TLS. */
export const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
