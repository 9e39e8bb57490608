// A formula's tree as plain objects: for each element its kind, what a token says and in which letters, and
// where in the TeX it comes from. MathML's own rows within rows, and what only sets spaces, are left to
// whoever reads the tree.
lectern.tree = (node) => {
  const tree = { k: node.kind === "TeXAtom" || node.kind === "inferredMrow" ? "mrow" : node.kind };
  if (node.lecternPlace) tree.p = node.lecternPlace;
  if (node.isToken) {
    tree.t = node.getText();
    const variant = node.attributes.getExplicit("mathvariant");
    if (variant) tree.v = variant;
    return tree;
  }
  if (node.kind === "mfrac" && /^0\D*$/.test(String(node.attributes.get("linethickness")))) {
    tree.k = "mchoose";
  }
  const children = (node.childNodes ?? []).filter((child) => child?.kind !== undefined);
  if (children.length) tree.c = children.map(lectern.tree);
  return tree;
};
