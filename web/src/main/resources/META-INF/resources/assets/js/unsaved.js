// Asks before somebody leaves a form whose words are not saved. The browser words the question, and without a script nobody asks.
const form = () => document.querySelector("form[data-unsaved]");

// What is typed, without what the form brings along for itself. An empty line says nothing.
function typed() {
  return JSON.stringify([...new FormData(form())].filter(([name, value]) => value !== "" && name !== "_csrf" && !name.startsWith("copied")));
}

// Absent where the page came with something in it that is not kept.
const kept = form()?.dataset.unsaved === "true" ? null : form() && typed();
let leaving = false;

const ask = (event) => event.preventDefault();

// A page that asks is kept in no browser's memory for Back, so it asks only as long as there is something to lose.
function look() {
  if (form() && !leaving && typed() !== kept) addEventListener("beforeunload", ask);
  else removeEventListener("beforeunload", ask);
}

for (const event of ["input", "change", "htmx:afterSettle"]) document.addEventListener(event, look);
// Only the form itself takes its words along; others of the page leave them behind.
document.addEventListener("submit", (event) => {
  if (event.target !== form() || event.defaultPrevented) return;
  leaving = true;
  look();
});
addEventListener("pageshow", () => {
  leaving = false;
  look();
});
