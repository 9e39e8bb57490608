// Keys, touch and links lead from slide to slide. Without this script the deck is one long page.
(() => {
  const root = document.documentElement;
  const slides = [...document.querySelectorAll(".slide")];
  const deck = document.querySelector(".deck");
  const count = deck.querySelector("output");
  const steps = slides.map((slide) => [...slide.querySelectorAll(".step, .steps li")]);
  let place = 0;
  let shown = 0;
  let speaker = null;

  const show = (index, step) => {
    place = Math.max(0, Math.min(index, slides.length - 1));
    shown = Math.max(0, Math.min(step, steps[place].length));
    slides.forEach((slide, number) => {
      slide.classList.toggle("here", number === place);
      slide.toggleAttribute("inert", number !== place);
    });
    steps[place].forEach((part, number) => part.classList.toggle("shown", number < shown));
    count.textContent = `${place + 1} / ${slides.length}`;
    deck.querySelector("[data-go=back]").disabled = place === 0 && shown === 0;
    deck.querySelector("[data-go=on]").disabled =
      place === slides.length - 1 && shown === steps[place].length;
    tellSpeaker();
  };

  const note = () => history.replaceState(null, "", place === 0 ? "#" : `#/${place + 1}`);
  const on = () => {
    if (shown < steps[place].length) show(place, shown + 1);
    else if (place < slides.length - 1) show(place + 1, 0);
    note();
  };
  const back = () => {
    if (shown > 0) show(place, shown - 1);
    else if (place > 0) show(place - 1, steps[place - 1].length);
    note();
  };
  // Who reads on sees a long slide to its end first.
  const read = () => {
    const slide = slides[place];
    const rest = slide.scrollHeight - slide.clientHeight - slide.scrollTop;
    if (rest > 4 && shown === steps[place].length) slide.scrollBy({ top: slide.clientHeight * 0.8 });
    else on();
  };
  const jump = (index) => { show(index, 0); note(); };

  // A link leads to the slide that holds its place, with all of its steps.
  const follow = () => {
    const number = /^#\/(\d+)$/.exec(location.hash);
    if (number) return show(Number(number[1]) - 1, 0);
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && document.getElementById(name);
    const index = target ? slides.indexOf(target.closest(".slide")) : -1;
    if (index >= 0) show(index, steps[index].length);
    if (index >= 0) target.scrollIntoView({ block: "nearest" });
    if (!name) show(0, 0);
  };

  const page = (slide) => (slide ? slide.cloneNode(true).innerHTML : "");
  const tellSpeaker = () => {
    if (!speaker || speaker.closed) return;
    const { document: view } = speaker;
    const notes = slides[place].querySelector(".notes");
    view.title = `${place + 1} / ${slides.length}`;
    view.getElementById("notes").innerHTML = notes ? notes.innerHTML : "";
    view.getElementById("next").innerHTML = page(slides[place + 1]);
    view.getElementById("place").textContent = `${place + 1} / ${slides.length}`;
  };
  const openSpeaker = () => {
    speaker = window.open("", "speaker", "width=900,height=700");
    if (!speaker) return;
    const { document: view } = speaker;
    const styles = [...document.querySelectorAll("style")].map((style) => style.outerHTML).join("");
    view.open();
    view.write(`<!DOCTYPE html><html lang="${root.lang}"><head><meta charset="utf-8">${styles}</head>`
      + "<body style=\"padding:1.5rem\"><p id=\"place\"></p><div id=\"notes\"></div><hr>"
      + "<div id=\"next\" inert style=\"zoom:0.6;opacity:0.8\"></div></body></html>");
    view.close();
    view.addEventListener("keydown", press);
    tellSpeaker();
  };

  const keys = {
    ArrowRight: on, ArrowDown: read, PageDown: read, " ": read, n: on,
    ArrowLeft: back, ArrowUp: back, PageUp: back, p: back,
    Home: () => jump(0), End: () => jump(slides.length - 1),
    s: openSpeaker,
    f: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()),
  };
  const press = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // What takes keys itself keeps them: a fold, a table that scrolls.
    const taken = event.target.closest && event.target.closest("input, textarea, select, summary, button");
    if (taken && [" ", "Enter"].includes(event.key)) return;
    const action = event.key === " " && event.shiftKey ? back : keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  let touch = null;
  addEventListener("touchstart", (event) => {
    touch = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  addEventListener("touchend", (event) => {
    if (!touch) return;
    const end = event.changedTouches[0];
    const [across, down] = [end.clientX - touch.clientX, end.clientY - touch.clientY];
    touch = null;
    if (Math.abs(across) < 50 || Math.abs(across) < 2 * Math.abs(down)) return;
    (across < 0) === (root.dir !== "rtl") ? on() : back();
  }, { passive: true });

  if (!slides.length) return;
  root.classList.add("deck-on");
  addEventListener("keydown", press);
  addEventListener("hashchange", follow);
  deck.querySelector("[data-go=back]").addEventListener("click", back);
  deck.querySelector("[data-go=on]").addEventListener("click", on);
  show(0, 0);
  if (location.hash) follow();
})();
