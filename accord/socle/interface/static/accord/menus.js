// Menus are <details>: they work without this file, which only closes them on Escape and on a click elsewhere.
(() => {
  const ouverts = () => document.querySelectorAll("details[data-accord-menu][open]");
  document.addEventListener("click", (evenement) => {
    ouverts().forEach((menu) => menu.contains(evenement.target) || menu.removeAttribute("open"));
  });
  document.addEventListener("keydown", (evenement) => {
    if (evenement.key !== "Escape") return;
    ouverts().forEach((menu) => {
      menu.removeAttribute("open");
      menu.querySelector("summary").focus();
    });
  });
  // Narrow screens: the side navigation starts folded.
  if (window.matchMedia("(max-width: 61.99rem)").matches) {
    document.querySelectorAll("details[data-accord-repli]").forEach((repli) => repli.removeAttribute("open"));
  }
  // After a refused form, the summary of errors takes the focus.
  document.querySelector("[data-accord-focus]")?.focus();
})();
