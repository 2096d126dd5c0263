// Puts the browser's time zone into a form where nobody has chosen one yet.
const select = document.querySelector('[data-guess-zone] select');
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

// Browsers may call a place as it was called before: Asia/Calcutta is Asia/Kolkata for them.
function same(name) {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone === zone;
  } catch {
    return false;
  }
}

if (select) {
  const names = [...select.options].map((option) => option.value);
  const here = names.includes(zone) ? zone : names.find(same);
  if (here) select.value = here;
}
