
// Search: a button and the key "/" load what searches, when somebody wants to.
(() => {
  const begin = () => {
    const button = document.querySelector("button.search");
    if (!button) return;
    if (window.lecternSearch) {
      lecternSearch.open(button);
      return;
    }
    const script = document.createElement("script");
    script.src = `${button.dataset.folder}search/search.js`;
    script.onload = () => lecternSearch.open(button);
    script.onerror = () => {
      script.remove();
      alert(button.dataset.missing);
    };
    document.head.append(script);
  };
  addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("button.search")) button.hidden = false;
  });
  addEventListener("click", (event) => {
    if (event.target.closest?.("button.search")) begin();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable], dialog")) return;
    event.preventDefault();
    begin();
  });
})();
