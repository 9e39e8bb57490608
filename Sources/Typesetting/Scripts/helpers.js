// MathJax is compiled for browsers of 2010: each loop, each `[a, b] = …` and each `...` of its source
// is a call of one of three helper functions, and these were a tenth of the time of setting a formula.
// A module takes a helper from `this`, where it is there, before it makes its own. So all modules can be
// given faster ones while they are loaded: they step through an array without an object for each
// step, and do not copy what is only read.
(() => {
  class Items {
    constructor(array) {
      this.array = array;
      this.index = 0;
      this.value = undefined;
      this.done = false;
    }

    next() {
      const { array, index } = this;
      this.done = index >= array.length;
      this.value = this.done ? undefined : array[index];
      this.index = index + 1;
      return this;
    }
  }

  const isIterable = (items) => items?.[Symbol.iterator] !== undefined;

  const firstOf = (items, count) => {
    const read = [];
    if (count === 0) return read;
    for (const item of items) {
      if (read.push(item) === count) break;
    }
    return read;
  };

  const helpers = {
    __values: (items) => {
      if (Array.isArray(items)) return new Items(items);
      return isIterable(items) ? items[Symbol.iterator]() : Array.from(items).values();
    },
    __read: (items, count) =>
      (Array.isArray(items) || !isIterable(items) ? items : firstOf(items, count)),
    __spreadArray: (start, items) => {
      const all = start.slice();
      for (let index = 0; index < items.length; index += 1) all.push(items[index]);
      return all;
    },
  };

  for (const name of Object.keys(helpers)) {
    Object.defineProperty(Object.prototype, name, { value: helpers[name], configurable: true });
  }

  lectern.endHelpers = () => {
    for (const name of Object.keys(helpers)) delete Object.prototype[name];
  };
})();
