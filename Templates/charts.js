// Draws charts in the page's own colours. They are CSS variables in the SVG too, so a chart follows
// when the reader changes between light and dark.
addEventListener("DOMContentLoaded", () => {
  if (!window.vega || !window.vegaLite) return;
  const font = getComputedStyle(document.documentElement).getPropertyValue("--sans").trim();
  const ink = "var(--ink)";
  const muted = "var(--muted)";
  const rule = "var(--rule)";
  const series = [1, 2, 3, 4, 5, 6].map((number) => `var(--series-${number})`);
  const axis = {
    domainColor: muted, gridColor: rule, tickColor: muted, labelColor: muted, titleColor: ink,
    labelFont: font, titleFont: font, labelFontSize: 12, titleFontSize: 13,
    titleFontWeight: 500, titlePadding: 8, labelFlush: false,
  };
  const config = {
    background: "transparent",
    font,
    axis,
    legend: {
      labelColor: ink, titleColor: ink, labelFont: font, titleFont: font, labelFontSize: 12,
      titleFontSize: 13, titleFontWeight: 500,
    },
    title: { color: ink, subtitleColor: muted, font, fontSize: 15, fontWeight: 600 },
    header: { labelColor: ink, titleColor: ink, labelFont: font, titleFont: font },
    view: { stroke: rule },
    mark: { color: series[0] },
    text: { color: ink },
    rule: { color: muted },
    line: { strokeWidth: 2 },
    range: { category: series },
  };
  // A page reads no files and asks no server, and its links run nothing.
  const none = (address) => Promise.reject(new Error(`${address} is not loaded`));
  const loader = {
    ...vega.loader(), load: none, http: none, file: none,
    sanitize: async (address, { context } = {}) => {
      const safe = context === "href" ? /^(https?:|mailto:|#|[^:]*$|[^:]*[/?#])/i : /^(data:image\/|[^:]*$)/i;
      if (!safe.test(String(address).trim())) throw new Error(`${address} is left out`);
      return { href: String(address) };
    },
  };
  for (const box of document.querySelectorAll(".chart")) {
    const place = document.createElement("div");
    try {
      const chart = JSON.parse(box.querySelector("script").textContent);
      const specification = vegaLite.compile(chart, { config }).spec;
      const view = new vega.View(
        vega.parse(specification), { renderer: "svg", container: place, loader });
      box.append(place);
      view.runAsync().then(
        () => {
          box.querySelector("pre").hidden = true;
          dispatchEvent(new Event("lectern:drawn"));
        },
        () => place.remove(),
      );
    } catch {
      place.remove();
    }
  }
});
