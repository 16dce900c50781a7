/** At-rules that hold rules; the others are kept whole. */
const HOLDS_RULES = /^@(?:media|supports|layer|container)\b/;
/** Pages are light, whatever the system says: `data-fr-theme="light"` on every one. */
const DARK = /\[data-fr-theme=["']?dark["']?\]/;

/**
 * A style sheet of the design system without the rules no page can meet: those that ask for a class nobody writes, or for the dark theme.
 * `used`: whether a class, « fr-btn--sm », is written somewhere.
 */
export function usedRules(css: string, used: (className: string) => boolean): string {
  return keepRules(css.replace(/\/\*[\s\S]*?\*\//g, ''), (selector) => {
    if (DARK.test(selector)) return false;
    const asked = selector.replace(/:not\([^()]*\)/g, '').matchAll(/\.(fr-[\w-]+)/g);
    return [...asked].every(([, className]) => used(className!));
  });
}

function keepRules(css: string, keeps: (selector: string) => boolean): string {
  const kept: string[] = [];
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf('{', at);
    const end = css.indexOf(';', at);
    if (open < 0 || (end >= 0 && end < open)) {
      // A statement without a block, such as @charset, or what is left at the end.
      const stop = end < 0 ? css.length : end + 1;
      kept.push(css.slice(at, stop));
      at = stop;
      continue;
    }
    const prelude = css.slice(at, open).trim();
    const close = endOfBlock(css, open);
    const block = css.slice(open + 1, close);
    at = close + 1;
    if (HOLDS_RULES.test(prelude)) {
      const inside = keepRules(block, keeps);
      if (inside.trim() !== '') kept.push(`${prelude}{${inside}}`);
    } else if (prelude.startsWith('@')) {
      kept.push(`${prelude}{${block}}`);
    } else {
      const selectors = prelude.split(/,(?![^(]*\))/).filter(keeps);
      if (selectors.length > 0) kept.push(`${selectors.join(',')}{${block}}`);
    }
  }
  return kept.join('\n');
}

/** Where the block that opens there closes; strings may hold braces. */
function endOfBlock(css: string, open: number): number {
  let depth = 0;
  const marks = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\((?!["'])[^)]*\)|[{}]/g;
  marks.lastIndex = open;
  for (let mark = marks.exec(css); mark; mark = marks.exec(css)) {
    if (mark[0] === '{') depth += 1;
    if (mark[0] === '}') depth -= 1;
    if (depth === 0) return mark.index;
  }
  throw new Error('a block of the style sheet never closes');
}
