// Hours that are typed: whoever leaves them unsaved is asked first, and nothing is entered into what is about to be replaced.
import "./zone.js";
import "./unsaved.js";

const form = () => document.getElementById("hours");

// What is entered between a press and its answer would be replaced by that.
document.addEventListener("htmx:beforeRequest", () => {
  form().inert = true;
});
document.addEventListener("htmx:afterRequest", ({ detail: { elt: pressed } }) => {
  form().inert = false;
  // Where there was no answer, the button is still there.
  if (pressed.isConnected) pressed.focus();
});
