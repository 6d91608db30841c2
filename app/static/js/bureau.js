/* Small comforts on every page. Nothing here is needed: every page reads and works without it. */
(() => {
  "use strict";

  const words = document.body ? document.body.dataset : {};

  /* Quick exit: blank the page, end the sign-in, then leave. Back finds a door, and no page. */
  const PRESSES_TO_LEAVE = { Escape: 1, Shift: 3 };
  const PRESSES_WITHIN = 2000;
  function leave(link) {
    document.documentElement.classList.add("leaving");
    document.title = " ";
    if (link.dataset.signOut && navigator.sendBeacon) {
      const told = new FormData();
      told.append("csrf_token", document.querySelector("input[name=csrf_token]").value);
      navigator.sendBeacon(link.dataset.signOut, told);
    }
    window.location.replace(link.href);
  }
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && document.querySelector("[data-quick-exit]")) window.location.reload();
  });
  function quickExit() {
    const link = document.querySelector("[data-quick-exit]");
    if (!link) return;
    let presses = [];
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave(link);
    });
    document.addEventListener("keydown", (event) => {
      if (event.repeat) return;
      const recent = presses.filter((press) => press.key === event.key && event.timeStamp - press.at < PRESSES_WITHIN);
      presses = recent.concat({ key: event.key, at: event.timeStamp });
      if (presses.length >= (PRESSES_TO_LEAVE[event.key] || Infinity)) leave(link);
    });
  }

  /* Leaving a form with work that is not stored: the browser asks first. */
  function unsavedWork() {
    let unsaved = false;
    document.addEventListener("input", (event) => {
      if (event.target.form?.matches("[data-guard]")) unsaved = true;
    });
    document.addEventListener("submit", (event) => {
      if (!event.defaultPrevented) unsaved = false;
    });
    window.addEventListener("beforeunload", (event) => {
      if (unsaved && !document.documentElement.classList.contains("leaving")) event.preventDefault();
    });
  }

  /* A question put before a step that cannot be taken back. */
  function button(text, kind, value) {
    const made = document.createElement("button");
    made.className = `utrecht-button utrecht-button--${kind}-action`;
    made.value = value;
    made.textContent = text;
    return made;
  }
  function ask(question) {
    const dialog = document.createElement("dialog");
    const text = document.createElement("p");
    const form = document.createElement("form");
    text.textContent = question;
    text.id = "question";
    dialog.setAttribute("aria-labelledby", text.id);
    form.method = "dialog";
    form.className = "actions";
    form.append(button(words.no, "secondary", ""), button(words.yes, "primary", "yes"));
    dialog.append(text, form);
    document.body.append(dialog);
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => {
        resolve(dialog.returnValue === "yes");
        dialog.remove();
      });
    });
  }
  function questions() {
    document.addEventListener("submit", async (event) => {
      const form = event.target;
      if (!form.dataset.confirm || form.dataset.confirmed) return;
      event.preventDefault();
      if (!(await ask(form.dataset.confirm))) return;
      form.dataset.confirmed = "yes";
      form.requestSubmit(event.submitter);
    }, true);
  }

  /* A reference is copied with one press. */
  function copying() {
    if (!navigator.clipboard) return;
    for (const copy of document.querySelectorAll("[data-copy]")) copy.hidden = false;
    document.addEventListener("click", async (event) => {
      const copy = event.target.closest("[data-copy]");
      if (!copy) return;
      await navigator.clipboard.writeText(copy.dataset.copy);
      copy.textContent = copy.dataset.copied;
    });
  }

  /* Files dropped on the frame go to its control; their names and sizes are said. */
  function size(bytes) {
    const kilobytes = Math.max(1, Math.round(bytes / 1024));
    return kilobytes < 1024 ? `${kilobytes} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
  }
  function dropping() {
    for (const drop of document.querySelectorAll("[data-drop]")) {
      const input = drop.querySelector("input[type=file]");
      const names = drop.querySelector("[data-drop-names]");
      const say = () => {
        names.textContent = [...input.files].map((file) => `${file.name} (${size(file.size)})`).join(", ");
      };
      const over = (event) => {
        event.preventDefault();
        drop.classList.toggle("drop--over", event.type === "dragover");
      };
      drop.addEventListener("dragover", over);
      drop.addEventListener("dragleave", over);
      drop.addEventListener("drop", (event) => {
        over(event);
        if (!event.dataTransfer.files.length) return;
        input.files = event.dataTransfer.files;
        input.dispatchEvent(new Event("input", { bubbles: true }));
        say();
      });
      input.addEventListener("change", say);
    }
  }

  /* What takes long says that it is being done: letters and files are made while one waits. */
  const BUSY_AFTER = 400;
  const BUSY_AT_MOST = 45000;
  function busyness() {
    if (!words.busy) return;
    const said = document.createElement("p");
    said.className = "busy";
    said.setAttribute("role", "status");
    document.body.append(said);
    let waiting = 0;
    const rest = () => {
      window.clearTimeout(waiting);
      said.textContent = "";
    };
    const work = () => {
      rest();
      waiting = window.setTimeout(() => {
        said.textContent = words.busy;
        waiting = window.setTimeout(rest, BUSY_AT_MOST);
      }, BUSY_AFTER);
    };
    document.addEventListener("submit", (event) => {
      if (!event.defaultPrevented && event.target.method !== "dialog") work();
    });
    document.addEventListener("click", (event) => {
      if (event.target.closest("a[href$='.pdf']")) work();
    });
    window.addEventListener("pageshow", rest);
  }

  /* The account menu closes as one expects of a menu. */
  function menus() {
    const open = () => document.querySelectorAll("details.menu[open]");
    document.addEventListener("click", (event) => {
      for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      for (const menu of open()) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
  }

  quickExit();
  unsavedWork();
  questions();
  copying();
  dropping();
  menus();
  busyness();
  document.querySelector("[data-first-focus]")?.focus();
})();
