// A scorecard: printing, what explains its numbers, and a link that was made just now.
import "./print.js";
import "./tips.js";
import "./copy.js";

document.querySelector("[data-focus]")?.focus();
