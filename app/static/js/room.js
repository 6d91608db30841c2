/* Keys of the room screen; without them it reads the same and its link leads back. */
(() => {
  "use strict";

  const SIZES = ["room--small", "room--usual", "room--large", "room--huge"];
  const keys = document.querySelector("[data-keys]");
  let size = 1;

  function grow(step) {
    document.body.classList.remove(SIZES[size]);
    size = Math.min(Math.max(size + step, 0), SIZES.length - 1);
    document.body.classList.add(SIZES[size]);
  }

  const DO = {
    "+": () => grow(1),
    "=": () => grow(1),
    "-": () => grow(-1),
    b: () => document.body.classList.toggle("room--blank"),
    r: () => window.location.reload(),
    Escape: () => document.querySelector("[data-back]").click(),
    "?": () => keys.toggleAttribute("open"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in DO)) return;
    event.preventDefault();
    DO[event.key]();
  });
})();
