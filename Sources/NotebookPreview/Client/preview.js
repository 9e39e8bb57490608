// Keeps the page as its notebook is: hears from the server what changed, and tells it where a reader points.
import { Blocks } from "./blocks.js";
import { keepingPlace, show } from "./place.js";
import { Notices } from "./notices.js";

const script = document.querySelector("script[data-lectern-page]");
const { lecternPage: page, session, marks } = script.dataset;
let version = Number(script.dataset.version);
let socket;
const blocks = new Blocks(marks);
const notices = new Notices((line) => say({ line }));

function say(word) {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(word));
}

const hear = {
  reload: () => location.reload(),

  faults: ({ faults }) => notices.show(faults),

  state: ({ state }) => {
    document.documentElement.toggleAttribute("data-lectern-stale", state.isStale);
    document.documentElement.setAttribute("data-lectern-connected", "");
    notices.say(state.activity ?? "");
    for (const element of document.querySelectorAll(".lectern-running")) {
      element.classList.remove("lectern-running");
    }
    if (!state.activity || !state.line || !blocks.isWhole) return;
    const index = blocks.indexOf(state.line);
    if (index >= 0) blocks.elements(index)[0].classList.add("lectern-running");
  },

  patch: (patch) => {
    if (!blocks.isWhole) return location.reload();
    const isNext = patch.from === undefined || patch.from === version;
    if (!isNext) return say({ shows: version });
    const changed = keepingPlace(blocks, () => {
      if (patch.from === undefined) patch.steps = afresh(patch.steps);
      const changed = blocks.take(patch);
      if (changed && patch.frame && !blocks.takeFrame(patch.frame)) return undefined;
      return changed;
    });
    if (!changed) return location.reload();
    version = patch.version;
    document.documentElement.setAttribute("data-lectern-version", version);
    dispatchEvent(new Event("lectern:drawn"));
    const hasHeading = changed.some((index) =>
      blocks.elements(index).some((element) => /^h\d$/.test(element.localName)));
    if (patch.frame || hasHeading) dispatchEvent(new Event("lectern:contents"));
    if (patch.edited) show(blocks, blocks.indexOf(patch.edited));
  },
};

// Steps that begin with nothing, as steps from what is there.
function afresh(steps) {
  const all = steps.flatMap(({ insert }) => insert ?? []);
  const known = blocks.comments.length - 1;
  const changes = all.slice(0, known).map((change) => ({ change }));
  const more = all.slice(known);
  return [
    ...changes,
    ...(more.length ? [{ insert: more }] : []),
    ...(known > all.length ? [{ remove: known - all.length }] : []),
  ];
}

function connect(pause) {
  const address = new URL("/.preview/socket", location.href.replace(/^http/, "ws"));
  address.hash = "";
  // A space must not become a plus sign, which is another name.
  address.search = Object.entries({ page, version, session })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  socket = new WebSocket(address);
  socket.addEventListener("open", () => {
    pause = 0;
    if (!document.hidden) say({ isSeen: true });
  });
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(data);
    hear[message.kind]?.(message);
  });
  socket.addEventListener("close", () => {
    document.documentElement.removeAttribute("data-lectern-connected");
    notices.say("the preview has ended");
    setTimeout(() => connect(Math.min(pause + 500, 5000)), pause + 200);
  });
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) say({ isSeen: true });
});

// A click tells where the block stands in the notebook, unless it is meant for something else.
document.addEventListener("click", (event) => {
  if (event.button !== 0 || event.defaultPrevented || !blocks.isWhole) return;
  const other = "a, button, summary, input, select, textarea, label, video, audio, iframe";
  const { target } = event;
  if (target.closest?.(other) || !getSelection().isCollapsed) return;
  if (!blocks.parent.contains(target) || target === blocks.parent) return;
  const line = blocks.line(target);
  if (line) say({ line });
});

connect(0);
