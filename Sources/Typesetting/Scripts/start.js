// Where the glue of every library puts what Swift may call. Arguments and results are JSON.
globalThis.lectern ??= {
  call: (name, argument) => JSON.stringify(lectern[name](...JSON.parse(argument)) ?? null),
};
globalThis.MathJax ??= {};
