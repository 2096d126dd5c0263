// Passkeys: shows the browser's dialog for a form with data-passkey, and sends the form with what the browser answers.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

const descriptors = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

const ceremonies = {
  create: {
    options: (json) => ({
      ...json,
      challenge: bytes(json.challenge),
      user: { ...json.user, id: bytes(json.user.id) },
      excludeCredentials: descriptors(json.excludeCredentials),
    }),
    run: (publicKey, rest) => navigator.credentials.create({ publicKey, ...rest }),
    response: (response) => ({
      attestationObject: text(response.attestationObject),
      clientDataJSON: text(response.clientDataJSON),
      transports: response.getTransports?.() ?? [],
    }),
  },
  get: {
    options: (json) => ({ ...json, challenge: bytes(json.challenge), allowCredentials: descriptors(json.allowCredentials) }),
    run: (publicKey, rest) => navigator.credentials.get({ publicKey, ...rest }),
    response: (response) => ({
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : null,
    }),
  },
};

class PasskeyForm {
  // The one dialog that waits in this page, so that another one can take its place.
  static waiting = null;

  constructor(form) {
    this.form = form;
    this.ceremony = ceremonies[form.dataset.passkey];
    this.word = form.querySelector("[role=status]");
    this.button = form.querySelector("button[type=submit]");
    const hindrance = this.hindrance();
    if (hindrance) {
      this.say(hindrance);
      return;
    }
    for (const hidden of form.querySelectorAll("[hidden]")) hidden.hidden = false;
    form.addEventListener("submit", (event) => this.submitted(event));
    // A page that comes back from the browser's memory must not send an answer twice.
    window.addEventListener("pageshow", () => (form.elements.credential.value = ""));
    if ("autofill" in form.dataset) this.offer();
  }

  hindrance() {
    if (!window.isSecureContext) return "insecure";
    return window.PublicKeyCredential ? null : "unsupported";
  }

  async submitted(event) {
    if (this.form.elements.credential.value) return;
    event.preventDefault();
    this.say(null);
    this.button.disabled = true;
    try {
      await this.run({});
    } finally {
      this.button.disabled = false;
    }
  }

  // Among what the browser suggests for the address, where it can: nobody is asked anything.
  async offer() {
    if (await window.PublicKeyCredential.isConditionalMediationAvailable?.()) await this.run({ mediation: "conditional" });
  }

  async run(rest) {
    PasskeyForm.waiting?.abort();
    const mine = new AbortController();
    PasskeyForm.waiting = mine;
    const quiet = Boolean(rest.mediation);
    try {
      const options = await this.options();
      if (!options || mine.signal.aborted) return;
      const made = await this.ceremony.run(this.ceremony.options(options), { signal: mine.signal, ...rest });
      this.form.elements.credential.value = JSON.stringify({
        id: made.id,
        rawId: text(made.rawId),
        type: made.type,
        ...(made.authenticatorAttachment && { authenticatorAttachment: made.authenticatorAttachment }),
        clientExtensionResults: {},
        response: this.ceremony.response(made.response),
      });
      this.form.submit();
    } catch (error) {
      if (error.name !== "AbortError" && !quiet) this.say(this.reason(error));
    }
  }

  async options() {
    const answer = await fetch(this.form.dataset.options, {
      method: "POST",
      body: new URLSearchParams(new FormData(this.form)),
      headers: { Accept: "application/json" },
    });
    if (answer.status === 403 && this.form.dataset.confirm) {
      location.assign(this.form.dataset.confirm);
      return null;
    }
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.json();
  }

  reason(error) {
    if (error.name === "NotAllowedError") return "cancelled";
    if (error.name === "InvalidStateError") return "known";
    if (error.name === "SecurityError") return "insecure";
    return error.name === "NotSupportedError" ? "unsupported" : "failed";
  }

  say(reason) {
    this.word.textContent = reason ? this.form.dataset[reason] ?? this.form.dataset.failed : "";
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) new PasskeyForm(form);
