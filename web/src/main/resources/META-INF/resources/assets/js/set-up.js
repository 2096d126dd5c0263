// Setting a second factor up: the secret of an app is copied, a passkey is added.
import "./copy.js";
import "./passkeys.js";
