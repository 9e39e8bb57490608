// The blocks of the notebook on the page. Before each stands a comment with its line, and behind the last one
// a comment that says so.
import { morphLists, revived } from "./morph.js";

export class Blocks {
  constructor(marks) {
    this.marks = marks + " ";
    this.read();
  }

  // The comments before the blocks; the last stands behind them.
  read() {
    this.comments = [];
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
    while (walker.nextNode()) {
      const place = this.place(walker.currentNode);
      if (place !== undefined && !place.startsWith("+")) this.comments.push(walker.currentNode);
    }
    const [first] = this.comments;
    // Where HTML of the author's own has moved a block into another, the page cannot be changed in place.
    this.isWhole =
      this.comments.length > 0 &&
      this.comments.every((comment) => comment.parentNode === first.parentNode);
    return this.isWhole;
  }

  place(comment) {
    return comment.data.startsWith(this.marks) ? comment.data.slice(this.marks.length) : undefined;
  }

  get parent() {
    return this.comments[0].parentNode;
  }

  nodes(index) {
    const nodes = [];
    let node = this.comments[index].nextSibling;
    while (node !== this.comments[index + 1]) {
      nodes.push(node);
      node = node.nextSibling;
    }
    return nodes;
  }

  elements(index) {
    return this.nodes(index).filter((node) => node.nodeType === Node.ELEMENT_NODE);
  }

  // Follows the steps that lead to the page's next version.
  // Returns the numbers of the blocks that are new or were changed; `undefined` where the steps are for
  // another version.
  take({ steps, lines }) {
    const count = steps.reduce(
      (sum, { keep, remove, change }) =>
        sum + (keep ?? remove ?? (change === undefined ? 0 : 1)), 0);
    if (count !== this.comments.length - 1) return undefined;
    const comments = [];
    const changed = [];
    let at = 0;
    for (const step of steps) {
      if (step.keep) {
        comments.push(...this.comments.slice(at, at + step.keep));
        at += step.keep;
      } else if (step.remove) {
        for (let index = at; index < at + step.remove; index += 1) {
          for (const node of this.nodes(index)) node.remove();
          this.comments[index].remove();
        }
        at += step.remove;
      } else if (step.insert) {
        for (const html of step.insert) {
          const comment = document.createComment("");
          changed.push(comments.length);
          comments.push(comment);
          this.comments[at].before(comment, ...parsed(html).map(revived));
        }
      } else {
        changed.push(comments.length);
        comments.push(this.comments[at]);
        morphLists(this.parent, this.nodes(at), parsed(step.change), this.comments[at + 1]);
        at += 1;
      }
    }
    comments.push(this.comments[at]);
    this.comments = comments;
    lines.forEach((line, index) => {
      const data = this.marks + line;
      if (comments[index].data !== data) comments[index].data = data;
    });
    return changed;
  }

  // Makes what stands around the blocks like other markup.
  takeFrame([before, behind]) {
    const next = new DOMParser().parseFromString(
      `${before}<!--${this.marks}here-->${behind}`, "text/html");
    const walker = next.createTreeWalker(next, NodeFilter.SHOW_COMMENT);
    let here;
    while (walker.nextNode()) {
      if (this.place(walker.currentNode) === "here") here = walker.currentNode;
    }
    if (!here) return false;
    const path = [];
    for (let node = here; node !== next.documentElement; node = node.parentNode) path.unshift(node);
    return this.morphAround(document.documentElement, next.documentElement, path);
  }

  // Makes all of an element like another but the blocks, which lie on a path in it.
  morphAround(old, next, [onPath, ...rest]) {
    for (const { name } of [...old.attributes]) {
      if (!next.hasAttribute(name) && !name.startsWith("data-lectern")) old.removeAttribute(name);
    }
    for (const { name, value } of next.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    const own = [...old.childNodes].filter((node) => !isOfPreview(node));
    const others = [...next.childNodes];
    const split = others.indexOf(onPath);
    let first;
    let last;
    if (rest.length) {
      first = own.find((node) => node.contains?.(this.comments[0]));
      last = first;
    } else {
      first = this.comments[0];
      last = this.comments.at(-1);
    }
    const [begin, end] = [own.indexOf(first), own.indexOf(last)];
    if (begin < 0 || end < 0) return false;
    morphLists(old, own.slice(0, begin), others.slice(0, split), first);
    const behind = old.contains(last) ? last.nextSibling : null;
    morphLists(old, own.slice(end + 1), others.slice(split + 1), lastOwn(own, end) ?? behind);
    return rest.length ? this.morphAround(first, onPath, rest) : true;
  }

  // The line of the notebook in which a node begins; `undefined` where it is no part of a block.
  line(node) {
    const inner = document.createTreeWalker(this.parent, NodeFilter.SHOW_COMMENT);
    inner.currentNode = node;
    // The mark of an item of a list stands within it.
    let first = node.firstChild;
    while (first?.nodeType === Node.TEXT_NODE && !first.data.trim()) first = first.nextSibling;
    const own = first?.nodeType === Node.COMMENT_NODE ? this.place(first) : undefined;
    let offset = own?.startsWith("+") ? Number(own) : undefined;
    for (let comment = inner.previousNode(); comment; comment = inner.previousNode()) {
      const place = this.place(comment);
      if (place === undefined || place === "end") {
        if (place) return undefined;
        continue;
      }
      if (place.startsWith("+")) {
        offset ??= Number(place);
      } else {
        return Number(place) ? Number(place) + (offset ?? 0) : undefined;
      }
    }
    return undefined;
  }

  // The number of the block that holds a line.
  indexOf(line) {
    let found = -1;
    this.comments.slice(0, -1).forEach((comment, index) => {
      const own = Number(this.place(comment));
      if (own && own <= line && this.elements(index).length) found = index;
    });
    return found;
  }
}

const isOfPreview = (node) =>
  node.nodeType === Node.ELEMENT_NODE &&
  (node.localName === "lectern-preview" || node.hasAttribute("data-lectern-page"));

const lastOwn = (own, end) => {
  const node = own.at(-1);
  return own.length > end + 1 ? node.nextSibling : null;
};

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...document.importNode(template.content, true).childNodes];
}
