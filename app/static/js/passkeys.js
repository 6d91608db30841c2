/* Passkeys: making one, coming in with one, and showing once more who one is with one.
   Without this script, or without a passkey, a password and a code do the same. */
(() => {
  "use strict";

  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) => {
    const plain = text.replace(/-/g, "+").replace(/_/g, "/");
    return Uint8Array.from(atob(plain), (sign) => sign.charCodeAt(0));
  };
  const text = (buffer) => {
    const plain = Array.from(new Uint8Array(buffer), (one) => String.fromCharCode(one)).join("");
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  /* The answer of a passkey as the server reads it. */
  function answered(found) {
    const response = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (found.response[name]) response[name] = text(found.response[name]);
    }
    return JSON.stringify({ id: found.id, rawId: text(found.rawId), type: found.type, response, clientExtensionResults: {} });
  }
  async function asked(url, fields) {
    const answer = await fetch(url, { method: "POST", body: fields, headers: { Accept: "application/json" }, credentials: "same-origin" });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.detail || said.message || "");
    return said;
  }
  async function made(options) {
    const user = { ...options.user, id: bytes(options.user.id) };
    const publicKey = { ...options, user, challenge: bytes(options.challenge), excludeCredentials: known(options.excludeCredentials) };
    return answered(await navigator.credentials.create({ publicKey }));
  }
  async function shown(options) {
    const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) };
    return answered(await navigator.credentials.get({ publicKey }));
  }
  function fields(form) {
    const token = new FormData();
    token.set("csrf_token", form.querySelector("[name=csrf_token]").value);
    return token;
  }
  function tell(place, trouble) {
    let words = place.querySelector("[data-passkey-words]");
    if (!words) {
      words = document.createElement("p");
      words.dataset.passkeyWords = "";
      words.className = "utrecht-form-field-error-message";
      words.setAttribute("role", "alert");
      place.append(words);
    }
    words.textContent = (trouble.name === "Error" && trouble.message) || document.body.dataset.passkeyFailed;
  }

  /* Making one: the password first, then the browser, then the form goes as it is. */
  for (const form of document.querySelectorAll("form[data-passkey-make]")) {
    form.addEventListener("submit", async (event) => {
      const answer = form.querySelector("[name=answer]");
      if (answer.value) return;
      event.preventDefault();
      try {
        answer.value = await made(await asked(form.dataset.passkeyMake, new FormData(form)));
        form.submit();
      } catch (trouble) {
        tell(form, trouble);
      }
    });
  }

  /* Coming in with one: a button beside the form at the door. */
  for (const form of document.querySelectorAll("form[data-passkey-enter]")) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      const answer = form.querySelector("[name=answer]");
      if (answer.value) return;
      event.preventDefault();
      try {
        answer.value = await shown(await asked(form.dataset.passkeyEnter, fields(form)));
        form.submit();
      } catch (trouble) {
        tell(form, trouble);
      }
    });
  }

  /* Showing once more who one is: what the passkey earned is put where the password goes. */
  const proof = document.body.dataset.passkeyProof;
  const inputs = proof ? document.querySelectorAll("input[type=password][autocomplete=current-password]") : [];
  for (const input of inputs) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "utrecht-button utrecht-button--secondary-action";
    button.textContent = document.body.dataset.passkeyUse;
    button.addEventListener("click", async () => {
      try {
        const given = fields(input.form);
        given.set("answer", await shown(await asked(`${proof}/options`, fields(input.form))));
        input.value = (await asked(proof, given)).word;
        button.textContent = document.body.dataset.passkeyDone;
        button.disabled = true;
      } catch (trouble) {
        tell(input.parentElement, trouble);
      }
    });
    const line = document.createElement("p");
    line.append(button);
    input.after(line);
  }
})();
