// Recovery codes: copied and printed from their page.
import "./copy.js";
import "./print.js";
