// Messages on this device: shows what a push service brings, and opens its page. It keeps nothing and answers no request: pages come
// from the server as ever, and what console and room keep while the line is away is theirs.
const NOTHING = { title: "Threeshift", sentence: "", topic: "threeshift", notice: "", page: "/messages", open: "/messages" };

self.addEventListener("install", () => self.skipWaiting());

function read(data) {
  try {
    return { ...NOTHING, ...data.json() };
  } catch {
    return NOTHING;
  }
}

// Only a path of this site is opened.
const path = (text) => (/^\/(?!\/)/.test(text) ? text : NOTHING.open);

async function show(said) {
  const earlier = await self.registration.getNotifications({ tag: said.topic });
  // The same once more, because the server could not tell whether it had come: it stays as it is.
  const again = earlier.some((one) => one.data?.notice === said.notice);
  await self.registration.showNotification(said.title, {
    body: said.sentence,
    tag: said.topic,
    renotify: !again,
    silent: again,
    icon: "/assets/icons/icon-192.png",
    badge: "/assets/icons/badge-96.png",
    lang: "en",
    data: { notice: said.notice, page: path(said.page), open: path(said.open) },
  });
}

self.addEventListener("push", (event) => event.waitUntil(show(read(event.data))));

const ANSWER_WITHIN = 400;

// Asks a window whether it goes there: it knows whether something is typed in it, or somebody is talking. One whose page has no script
// for that, as the console has none, says nothing, which is no.
const goes = (client, address) =>
  new Promise((resolve) => {
    const line = new MessageChannel();
    setTimeout(resolve, ANSWER_WITHIN, false);
    line.port1.onmessage = (answer) => resolve(answer.data === true);
    client.postMessage({ go: address }, [line.port2]);
  });

// A window that shows the page already comes to the front; or else one that is free goes there, the one that was looked at last before
// others. Where all are busy, or there is none, another opens.
async function open({ page, open: address }) {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((one) => new URL(one.url).pathname === page);
  if (there) return there.focus();
  const answers = await Promise.all(windows.map((one) => goes(one, "")));
  const free = windows.find((_, number) => answers[number]);
  return free && (await goes(free, address)) ? free.focus() : self.clients.openWindow(address);
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data ?? NOTHING));
});

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

// The browser has another address for this device: it goes where the old one was known, and nowhere else, whoever is signed in now.
async function renew(event) {
  const before = event.oldSubscription;
  if (!before) return;
  const page = await fetch("/account/messages");
  if (!page.ok || page.redirected) return;
  const html = await page.text();
  const mark = text(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(before.endpoint)));
  const token = html.match(/name="(_csrf)" value="([^"]+)"/);
  if (!token || !html.includes(`data-mark="${mark}"`)) return;
  const now =
    event.newSubscription ??
    (await self.registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: before.options.applicationServerKey,
    }));
  await fetch("/account/messages/devices", {
    method: "POST",
    body: new URLSearchParams({
      [token[1]]: token[2],
      endpoint: now.endpoint,
      key: text(now.getKey("p256dh")),
      auth: text(now.getKey("auth")),
    }),
  });
}

self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));
