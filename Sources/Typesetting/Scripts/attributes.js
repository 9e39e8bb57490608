// MathJax gives each node of a formula's tree four objects for its attributes, each the prototype of
// the next. An object that is a prototype gets a shape of its own, so that no look-up can be cached,
// and looking up was most of the time of setting a formula. Here the nodes of one kind share what is
// the same for all of them, and a node's own attributes are nobody's prototype.
(() => {
  const module = MathJax._.core.MmlTree.Attributes;
  const { INHERIT } = module;
  const { prototype } = module.Attributes;
  const constants = new WeakMap();

  const constant = (defaults, global) => {
    const known = constants.get(defaults);
    if (known && Object.getPrototypeOf(known) === global) return known;
    const made = Object.assign(Object.create(global), defaults);
    constants.set(defaults, made);
    return made;
  };

  function Attributes(defaults, global) {
    this.global = global;
    this.defaults = constant(defaults, global);
    this.inherited = Object.create(this.defaults);
    this.attributes = {};
  }
  Attributes.prototype = prototype;

  prototype.get = function (name) {
    const { attributes } = this;
    let value = attributes[name];
    if (value === undefined && !Object.hasOwn(attributes, name)) value = this.inherited[name];
    return value === INHERIT ? this.global[name] : value;
  };

  module.Attributes = Attributes;
})();
