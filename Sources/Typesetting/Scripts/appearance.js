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
  const words = {
    labelColor: muted, titleColor: ink, labelFont: font, titleFont: font, labelFontSize: 12,
    titleFontSize: 13, titleFontWeight: 500,
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
      color: ink, subtitleColor: muted, font, subtitleFont: font, fontSize: 15, fontWeight: 600,
    },
    view: { stroke: rule },
    mark: { color: series[0] },
    text: { color: ink },
    rule: { color: muted },
    line: { strokeWidth: 2 },
    boxplot: { median: { color: paper } },
    range: { category: series },
  };
})();
