// Makes an element like another in as few steps as can be, so that what a reader did to it stays: where boxes
// were scrolled to, what was opened, what has the focus.

// What a reader or the page's own script changes, and what is not taken back.
const kept = (element, name) =>
  (name === "open" && element.localName === "details") ||
  (name === "tabindex" && !element.hasAttribute("data-tabindex")) ||
  name === "aria-current";

function morphAttributes(old, next) {
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name) && !kept(old, name)) old.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value && !kept(old, name)) old.setAttribute(name, value);
  }
}

const isLike = (old, next) =>
  old.nodeType === next.nodeType &&
  (old.nodeType !== Node.ELEMENT_NODE ||
    (old.localName === next.localName && (old.id || "") === (next.id || "")));

// A script runs when it is made, and not when it is parsed for another document.
export function revived(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return node;
  const scripts = node.localName === "script" ? [node] : [...node.querySelectorAll("script")];
  for (const script of scripts) {
    const copy = document.createElement("script");
    for (const { name, value } of script.attributes) copy.setAttribute(name, value);
    copy.textContent = script.textContent;
    if (script === node) return copy;
    script.replaceWith(copy);
  }
  return node;
}

export function morph(old, next) {
  if (old.isEqualNode(next)) return old;
  if (!isLike(old, next) || old.localName === "script") {
    const node = revived(next);
    old.replaceWith(node);
    return node;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    old.data = next.data;
    return old;
  }
  morphAttributes(old, next);
  // A picture's parts belong together, and are many.
  if (old.namespaceURI === "http://www.w3.org/2000/svg") old.replaceChildren(...next.childNodes);
  else morphLists(old, [...old.childNodes], [...next.childNodes]);
  return old;
}

// Makes some neighbouring children of an element like others; these stand before `end`, or last.
export function morphLists(parent, old, next, end = null) {
  let [start, last, nextLast] = [0, old.length, next.length];
  while (start < last && start < nextLast && old[start].isEqualNode(next[start])) start += 1;
  while (last > start && nextLast > start && old[last - 1].isEqualNode(next[nextLast - 1])) {
    last -= 1;
    nextLast -= 1;
  }
  const behind = old[last] ?? end;
  const rest = old.slice(start, last);
  for (const node of next.slice(start, nextLast)) {
    const index = rest.findIndex((other) => isLike(other, node));
    if (index < 0) {
      parent.insertBefore(revived(node), rest[0] ?? behind);
      continue;
    }
    for (const gone of rest.splice(0, index)) gone.remove();
    morph(rest.shift(), node);
  }
  for (const gone of rest) gone.remove();
}
