// What a browser remembers of the call: a tab the call it is in, the browser the devices that were chosen.
export const kept = {
  read(store, key) {
    try {
      return JSON.parse(store().getItem(key) ?? 'null');
    } catch {
      return null;
    }
  },
  write(store, key, value) {
    try {
      if (value === null) store().removeItem(key);
      else store().setItem(key, JSON.stringify(value));
    } catch {
      // A browser that keeps nothing asks again.
    }
  },
};
export const tab = () => sessionStorage;
export const browser = () => localStorage;
