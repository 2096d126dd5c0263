// A stranger reads hours by their browser's own clock at once. Whoever reads another one is offered it. Without a script the list of
// zones does.
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

// On the way to the hours.
if (here) {
  for (const link of document.querySelectorAll("a[data-zoned]")) {
    const to = new URL(link.href);
    to.searchParams.set("zone", here);
    link.href = to;
  }
}

// Whoever came straight to them.
const address = new URL(location.href);
if (here && document.querySelector("[data-zone-guessed]") && !address.searchParams.get("zone")) {
  address.searchParams.set("zone", here);
  location.replace(address);
}

const list = document.getElementById("zone");

// Browsers may call a place as it was called before: Asia/Calcutta is Asia/Kolkata for them.
function same(name) {
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone === here;
  } catch {
    return false;
  }
}

// The distances from UTC over the year to come: two names of one clock have the same.
function distances(name) {
  const said = new Intl.DateTimeFormat("en", { timeZone: name, timeZoneName: "longOffset" });
  const now = Date.now();
  return Array.from({ length: 27 }, (_, fortnight) =>
    said.formatToParts(now + fortnight * 14 * 86400000).find((part) => part.type === "timeZoneName").value).join();
}

function sameClock(one, other) {
  try {
    return distances(one) === distances(other);
  } catch {
    return false;
  }
}

const button = document.querySelector("[data-zone]");
const offered = here && list && ([...list.options].find((option) => option.value === here) ?? [...list.options].find((option) => same(option.value)));
if (button && offered && !sameClock(offered.value, button.dataset.zone)) {
  button.textContent = button.dataset.label.replace("{zone}", offered.textContent);
  button.hidden = false;
  button.addEventListener("click", () => { list.value = offered.value; });
}
