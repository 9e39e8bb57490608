// What the preview has to say about the page, in a corner of the window or over the page. It stands in a tree
// of its own, which neither the page's style nor its scripts reach.
const style = `
  :host { all: initial; }
  * { box-sizing: border-box; }
  .pill, .faults {
    position: fixed; z-index: 2147483000; font: 14px/1.45 system-ui, sans-serif;
    color: light-dark(#22262b, #dadde1); background: light-dark(#fefdfb, #1d2024);
    border: 1px solid light-dark(#c9c4b8, #454b54); border-radius: 8px;
    box-shadow: 0 4px 18px rgb(0 0 0 / 0.18);
  }
  .pill { inset-block-end: 14px; inset-inline-end: 14px; padding: 5px 12px; max-width: 80vw; }
  .pill:empty, .faults:empty { display: none; }
  .faults {
    inset-inline: 0; margin-inline: auto; inset-block-end: 14px; width: min(52rem, 94vw);
    max-height: 60vh; overflow: auto; border-inline-start: 5px solid #b3261e;
  }
  .faults.warning { border-inline-start-color: #a26a00; max-height: 30vh; }
  summary, header { padding: 8px 14px; font-weight: 600; cursor: pointer; }
  header { cursor: default; }
  pre {
    margin: 0; padding: 8px 14px; white-space: pre; overflow-x: auto; cursor: pointer;
    font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace;
    border-block-start: 1px solid light-dark(#e4e0d7, #353a41);
  }
  pre:hover { background: light-dark(#f4f1ea, #262a2f); }
  @media print { :host { display: none; } }
`;

const marks = `
  [data-lectern-stale] :is(.outputs, .value, .output) { opacity: 0.45; }
  .lectern-running { outline: 2px dashed currentColor; outline-offset: 6px; }
  @media (prefers-reduced-motion: no-preference) {
    [data-lectern-stale] :is(.outputs, .value) { transition: opacity 0.2s; }
  }
`;

export class Notices {
  constructor(open) {
    this.open = open;
    this.host = document.createElement("lectern-preview");
    const root = this.host.attachShadow({ mode: "open" });
    root.innerHTML =
      `<div class="faults" role="alert"></div><div class="pill" role="status"></div>`;
    // The page's policy lets no other style elements be.
    const own = new CSSStyleSheet();
    own.replaceSync(style);
    root.adoptedStyleSheets = [own];
    [this.faults, this.pill] = root.querySelectorAll("div");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(marks);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.documentElement.append(this.host);
  }

  say(text) {
    if (this.pill.textContent !== text) this.pill.textContent = text;
  }

  show(faults) {
    const errors = faults.filter(({ severity }) => severity === "error");
    const shown = faults.map(({ text, line }) => {
      const box = document.createElement("pre");
      box.textContent = text;
      if (line) box.addEventListener("click", () => this.open(line));
      return box;
    });
    this.faults.classList.toggle("warning", !errors.length);
    if (errors.length || !shown.length) {
      this.faults.replaceChildren(...shown);
      return;
    }
    // Warnings stand in nobody's way.
    const wasOpen = this.faults.querySelector("details")?.open;
    const box = document.createElement("details");
    box.open = Boolean(wasOpen);
    const summary = document.createElement("summary");
    summary.textContent = shown.length === 1 ? "1 warning" : `${shown.length} warnings`;
    box.append(summary, ...shown);
    this.faults.replaceChildren(box);
  }
}
