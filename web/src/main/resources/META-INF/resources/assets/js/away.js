// Opens the page that was asked for as soon as the server can show it.
const EVERY = 3_000;

const ask = async () => {
  try {
    const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
    if (answer.status !== 503) {
      location.reload();
      return;
    }
  } catch {
    // No line at all: the next try follows.
  }
  setTimeout(ask, EVERY);
};

setTimeout(ask, EVERY);
