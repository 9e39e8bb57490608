// Where the glue of every library puts what Swift may call. Arguments and results are JSON.
globalThis.lectern ??= {
  call: (name, argument) => JSON.stringify(lectern[name](...JSON.parse(argument)) ?? null),
};
globalThis.MathJax ??= {};
// Where a script notes the number of the formula at which it is, for whoever watches it.
globalThis.lecternProgress ??= new Int32Array(1);
// A name is a name, `__proto__` too: what a library keeps under it in an object is then its value,
// and does not change what all objects have in common.
delete Object.prototype.__proto__;
// Nothing here waits, so what is to be done later is done when the present work is.
globalThis.setTimeout ??= (action, _, ...details) => {
  Promise.resolve().then(() => action(...details));
  return 0;
};
globalThis.clearTimeout ??= () => {};
