const ERRORS = new Set(['Error', 'RangeError', 'TypeError']);

/** Leaves out the texts given to the constructor of an error, and nothing else. */
function shouldIgnore(path) {
  if (!path.isStringLiteral() && !path.isTemplateLiteral()) return undefined;
  const within = path.findParent((parent) => parent.isNewExpression() && ERRORS.has(parent.node.callee.name));
  return within ? 'the text of an error' : undefined;
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'error-messages', value: { shouldIgnore } }];
