// A box that scrolls can be reached by the keyboard; one that does not is no tab stop.
(() => {
  const boxes = "pre, .table, .math.display, .math.inline.wide, .rich, .image, .chart";
  const update = () => {
    for (const box of document.querySelectorAll(boxes)) {
      if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  let waiting = 0;
  const later = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(update);
  };
  for (const event of ["load", "resize", "lectern:drawn"]) addEventListener(event, later);
  document.addEventListener("toggle", later, true);
})();

// The table of contents marks the section that is being read. A preview says when it has other sections.
(() => {
  let observer;
  const begin = () => {
    observer?.disconnect();
    const links = new Map();
    for (const link of document.querySelectorAll("nav.contents a")) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) links.set(target, link);
    }
    if (!links.size || !window.IntersectionObserver) return;
    const mark = () => {
      let current;
      for (const [target, link] of links) {
        link.removeAttribute("aria-current");
        if (!current || target.getBoundingClientRect().top < innerHeight / 4) current = link;
      }
      current.setAttribute("aria-current", "true");
    };
    observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -75% 0px" });
    for (const target of links.keys()) observer.observe(target);
  };
  for (const event of ["DOMContentLoaded", "lectern:contents"]) addEventListener(event, begin);
})();

// Whoever copies a text gets its formulas as TeX.
addEventListener("copy", (event) => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const copy = selection.getRangeAt(0).cloneContents();
  const formulas = [...copy.querySelectorAll(".math")].filter((formula) =>
    formula.querySelector("annotation"));
  if (!formulas.length) return;
  for (const formula of formulas) {
    const mark = formula.classList.contains("display") ? "$$" : "$";
    formula.replaceWith(mark + formula.querySelector("annotation").textContent + mark);
  }
  const box = document.createElement("div");
  box.append(copy);
  document.body.append(box);
  event.clipboardData.setData("text/plain", box.innerText);
  event.clipboardData.setData("text/html", box.innerHTML);
  box.remove();
  event.preventDefault();
});

// Paper does not scroll: a table that is too wide for it is set smaller, for which the style sheet must
// know how many em it needs at least.
addEventListener("beforeprint", () => {
  for (const table of document.querySelectorAll("table")) {
    const { fontSize } = getComputedStyle(table);
    table.style.width = "min-content";
    const width = table.getBoundingClientRect().width;
    table.style.width = "";
    table.style.setProperty("--least-width", width / parseFloat(fontSize));
  }
});
