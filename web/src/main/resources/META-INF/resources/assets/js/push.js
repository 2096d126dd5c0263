// Messages on this device: says whether this browser can show them and does, and turns them on when somebody presses the button.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

// An iPhone or iPad, which calls itself a Mac, shows messages from an installed page only.
const apple = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
const installed = () => window.matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;

// A browser that can't reach its push service may say so at once, late or never.
const PATIENCE_MS = 15000;
const inTime = (work) =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("too late")), PATIENCE_MS);
    work.then(resolve, reject);
  });

class PushPart {
  constructor(part) {
    this.part = part;
    this.word = part.querySelector("[data-push-word]");
    this.form = part.querySelector("[data-push-form]");
    this.button = this.form?.querySelector("button");
    this.form?.addEventListener("submit", (event) => this.pressed(event));
    for (const form of part.querySelectorAll("[data-push-remove]")) {
      form.addEventListener("submit", (event) => this.removed(event, form));
    }
    this.look();
  }

  hindrance() {
    if (!window.isSecureContext) return "insecure";
    if ("serviceWorker" in navigator && "PushManager" in window && "Notification" in window) return null;
    return apple() && !installed() ? "install" : "unsupported";
  }

  async look() {
    const hindrance = this.hindrance();
    if (hindrance) {
      this.say(hindrance);
      return;
    }
    const here = await this.here();
    if (here && Notification.permission === "granted") {
      here.querySelector("[data-push-this]").hidden = false;
      this.say("on");
    } else if (Notification.permission === "denied") {
      this.say("denied");
    } else if (this.form) {
      this.form.hidden = false;
    }
  }

  // The device of the list that is this browser.
  async here() {
    const subscription = await this.subscription();
    if (!subscription) return null;
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(subscription.endpoint));
    return this.part.querySelector(`[data-mark="${text(hash)}"]`);
  }

  async subscription() {
    const worker = await navigator.serviceWorker.getRegistration("/");
    const subscription = await worker?.pushManager.getSubscription();
    if (!subscription) return null;
    const key = subscription.options.applicationServerKey;
    return key && text(key) === this.part.dataset.key ? subscription : null;
  }

  async pressed(event) {
    if (this.form.elements.endpoint.value) return;
    event.preventDefault();
    this.button.disabled = true;
    this.say("asking");
    try {
      const answer = await Notification.requestPermission();
      if (answer !== "granted") {
        this.say(answer === "denied" ? "denied" : "dismissed");
        return;
      }
      this.say("joining");
      const subscription = await inTime(this.subscribe());
      this.form.elements.endpoint.value = subscription.endpoint;
      this.form.elements.key.value = text(subscription.getKey("p256dh"));
      this.form.elements.auth.value = text(subscription.getKey("auth"));
      this.form.submit();
    } catch {
      this.say(Notification.permission === "denied" ? "denied" : "failed");
    } finally {
      this.button.disabled = false;
    }
  }

  async subscribe() {
    await navigator.serviceWorker.register("/push-worker.js", { scope: "/", updateViaCache: "none" });
    const worker = await navigator.serviceWorker.ready;
    const before = await worker.pushManager.getSubscription();
    if (before && (await this.subscription())) return before;
    await before?.unsubscribe();
    return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(this.part.dataset.key) });
  }

  // What is removed here is given up in this browser too. The form goes on whatever comes of that.
  async removed(event, form) {
    event.preventDefault();
    try {
      if ((await this.here()) === form.closest("[data-mark]")) await (await this.subscription())?.unsubscribe();
    } finally {
      form.submit();
    }
  }

  say(reason) {
    this.word.textContent = this.part.dataset[reason] ?? "";
  }
}

for (const part of document.querySelectorAll("[data-push]")) {
  const push = new PushPart(part);
  // A page that comes back from the browser's memory must not send an answer twice.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && push.form) push.form.elements.endpoint.value = "";
  });
}
