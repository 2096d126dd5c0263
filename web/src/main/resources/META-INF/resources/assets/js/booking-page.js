// A booking page as its coach sets it up: its address is copied, and settings are not left unsaved without a word.
import "./copy.js";
import "./unsaved.js";
