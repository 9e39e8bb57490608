// MathJax takes the text of each formula's element as TeX, so no search for delimiters can misread
// the page.
window.MathJax = {
  tex: {
    tags: "ams",
    packages: { "[-]": ["noerrors", "noundefined"] },
  },
  svg: { fontCache: "global" },
  options: {
    enableAssistiveMml: true,
    menuOptions: { settings: { assistiveMml: true, inTabOrder: false } },
    renderActions: {
      find: [
        10,
        (page) => {
          for (const element of document.querySelectorAll(".math")) {
            const display = element.classList.contains("display");
            const item = new page.options.MathItem(
              element.textContent, page.inputJax[0], display);
            const place = document.createTextNode("");
            element.replaceChildren(place);
            item.start = { node: place, delim: "", n: 0 };
            item.end = { node: place, delim: "", n: 0 };
            // The page counts equations itself; MathJax goes on from its count.
            const number = Number(element.dataset.number);
            if (number) {
              const compile = item.compile;
              item.compile = function (page) {
                page.inputJax[0].parseOptions.tags.allCounter = number - 1;
                compile.call(this, page);
              };
            }
            page.math.push(item);
          }
        },
        "",
      ],
    },
  },
  startup: {
    pageReady: () =>
      MathJax.startup.defaultPageReady().then(() => {
        dispatchEvent(new Event("lectern:drawn"));
      }),
  },
};
