// How a chart looks unless it says otherwise: the page's own colours, as CSS variables, so that it
// follows when the reader changes between light and dark.
lectern.appearance = (() => {
  const ink = "currentColor";
  const muted = "var(--muted, currentColor)";
  const rule = "var(--rule, #8884)";
  const paper = "var(--paper, #fff)";
  const font = "var(--sans, inherit)";
  const fallbacks = ["#2b6cb0", "#c2571a", "#2f855a", "#8246af", "#b8336a", "#6b7280"];
  const series = fallbacks.map((colour, index) => `var(--series-${index + 1}, ${colour})`);
  // A seventh series and those after it have the six colours nearer to the ink.
  const further = series.map((colour) => `color-mix(in srgb, ${colour} 50%, ${ink})`);

  // Shades of one colour for numbers from zero up, and of two for numbers on either side of zero.
  // They let the paper through, so that what is near to zero is near to the paper on every page.
  const shade = (colour, share) =>
    `color-mix(in srgb,var(--chart-${colour}) ${Math.round(share * 100)}%,transparent)`;
  // The least of all numbers need not be zero, and is to be seen too: a point more so than a cell.
  vega.scheme("page-cells", (share) => shade("positive", 0.07 + 0.93 * share));
  vega.scheme("page-shades", (share) => shade("positive", 0.3 + 0.7 * share));
  vega.scheme("page-signs", (share) =>
    share < 0.5 ? shade("negative", 1 - 2 * share) : shade("positive", 2 * share - 1));
  lectern.signColours = `--chart-positive:${series[0]};`
    + `--chart-negative:color-mix(in srgb,${series[1]},${series[4]})`;

  const words = {
    labelColor: muted, titleColor: ink, labelFont: font, titleFont: font, labelFontSize: 13,
    titleFontSize: 14, titleFontWeight: 500,
  };
  return {
    background: null,
    font,
    aria: false,
    axis: {
      ...words, domainColor: muted, gridColor: rule, tickColor: muted, titlePadding: 8,
      labelFlush: false,
    },
    legend: { ...words, labelColor: ink, gradientStrokeColor: rule },
    header: words,
    title: {
      color: ink, subtitleColor: muted, font, subtitleFont: font, fontSize: 16, fontWeight: 600,
      anchor: "start", offset: 12,
    },
    view: { stroke: rule, step: 32 },
    mark: { color: series[0] },
    text: { color: ink, fontSize: 13 },
    rule: { color: muted },
    line: { strokeWidth: 2 },
    boxplot: { median: { color: paper } },
    style: {
      annotation: { stroke: paper, strokeWidth: 4, strokeJoin: "round" },
      edge: { color: muted, opacity: 0.8 },
    },
    range: {
      category: [...series, ...further],
      ramp: { scheme: "page-shades" },
      heatmap: { scheme: "page-cells" },
      diverging: { scheme: "page-signs" },
    },
  };
})();
