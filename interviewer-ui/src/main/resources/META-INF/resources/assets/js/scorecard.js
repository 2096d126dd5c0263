// A scorecard: printing, and a link that was made just now.
import "./print.js";
import "./copy.js";

document.querySelector("[data-focus]")?.focus();
