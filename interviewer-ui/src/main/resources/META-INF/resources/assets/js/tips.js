// What explains a number goes away on Escape, until the pointer or the focus goes on.
const quiet = (on) => document.documentElement.classList.toggle("quiet-tips", on);

addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    quiet(true);
  }
});
addEventListener("pointermove", () => quiet(false), { passive: true });
addEventListener("focusin", () => quiet(false));
