// Keeps what a reader sees where it is while the page changes around it.

const isOnScreen = (box) => box.height > 0 && box.bottom > 0 && box.top < innerHeight;

// Does something to the page; what stood at the top of the window stands there afterwards.
export function keepingPlace(blocks, body) {
  if (!blocks.isWhole || scrollY === 0) return body();
  let anchor;
  for (let index = 0; index < blocks.comments.length - 1 && !anchor; index += 1) {
    anchor = blocks.elements(index).find((element) =>
      isOnScreen(element.getBoundingClientRect()));
  }
  const before = anchor?.getBoundingClientRect().top;
  const result = body();
  if (anchor?.isConnected) {
    const moved = anchor.getBoundingClientRect().top - before;
    if (moved) scrollBy({ top: moved, behavior: "instant" });
  }
  return result;
}

// Shows a block that was edited, if no part of it is in sight.
export function show(blocks, index) {
  const elements = index < 0 ? [] : blocks.elements(index);
  if (!elements.length) return;
  const boxes = elements.map((element) => element.getBoundingClientRect());
  const margin = innerHeight / 10;
  const isSeen = boxes.some((box) =>
    box.height > 0 && box.bottom > margin && box.top < innerHeight - margin);
  if (!isSeen) elements[0].scrollIntoView({ block: "center", behavior: "instant" });
}
