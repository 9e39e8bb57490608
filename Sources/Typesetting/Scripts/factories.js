// MathJax's factories make each node of a formula's trees by a bound function, made for that one call,
// which no engine can look into. Here they call the class itself.
lectern.endHelpers();
(() => {
  const { AbstractFactory } = MathJax._.core.Tree.Factory;
  const { AbstractWrapperFactory } = MathJax._.core.Tree.WrapperFactory;

  Object.assign(AbstractFactory.prototype, {
    setNodeClass(kind, Kind) {
      this.nodeMap.set(kind, Kind);
      this.node[kind] = (...details) => new Kind(this, ...details);
    },

    create(kind, ...details) {
      return (this.node[kind] || this.node[this.defaultKind])(...details);
    },
  });

  AbstractWrapperFactory.prototype.wrap = function (node, ...details) {
    return this.create(node.kind, node, ...details);
  };
})();
