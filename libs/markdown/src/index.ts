/** A piece of a line. `link` only ever holds an http, https, mailto or tel address. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; children: Inline[] }
  | { kind: 'em'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] };

export type Block = { kind: 'paragraph'; lines: Inline[][] } | { kind: 'list'; isNumbered: boolean; items: Inline[][] };

const ITEM = /^\s{0,3}(?:([-*+])|\d{1,3}[.)])\s+(.*)$/;
// Every run has an end: a long line of opening signs stays quick to read.
const INLINE =
  /\*\*(?<strong>[^*]{1,500})\*\*|(?<![\p{L}\p{N}])[*_](?<em>[^*_]{1,500})[*_](?![\p{L}\p{N}])|\[(?<label>[^\]]{1,200})\]\((?<target>tel:\+?[\d\s-]{3,40}|[^()\s]{1,500})\)|(?<bare>https?:\/\/[^\s<>()]{0,500}[^\s<>().,;:!?])/u;
const SAFE = /^(?:https?:\/\/[^\s]+|mailto:[^\s]+@[^\s]+|tel:\+?[\d\s()-]+)$/i;

/**
 * The Markdown subset of texts that staff write for customers (D18): paragraphs, line breaks, lists, **strong**, *em* and
 * links to http, https, mailto and tel. Everything else, HTML included, stays the text it is. Answers a tree and never
 * HTML, so that the apps draw elements and nothing is injected.
 */
export function parseMarkdown(source: string): Block[] {
  const groups = source
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((group) => group.split('\n').filter((line) => line.trim() !== ''));
  return groups.filter((lines) => lines.length > 0).flatMap(blocksOf);
}

/** Lines of one group: list items stand together, what is no item is a paragraph. */
function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const item = ITEM.exec(line);
    const last = blocks.at(-1);
    if (item) {
      const isNumbered = item[1] === undefined;
      const content = parseInline(item[2] ?? '');
      if (last?.kind === 'list' && last.isNumbered === isNumbered) last.items.push(content);
      else blocks.push({ kind: 'list', isNumbered, items: [content] });
    } else if (last?.kind === 'paragraph') last.lines.push(parseInline(line.trim()));
    else blocks.push({ kind: 'paragraph', lines: [parseInline(line.trim())] });
  }
  return blocks;
}

function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let rest = text;
  for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
    if (found.index > 0) parts.push({ kind: 'text', text: rest.slice(0, found.index) });
    parts.push(pieceOf(found));
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest !== '') parts.push({ kind: 'text', text: rest });
  return parts;
}

function pieceOf({ groups = {}, 0: whole }: RegExpExecArray): Inline {
  const { strong, em, label, target, bare } = groups;
  if (strong !== undefined) return { kind: 'strong', children: parseInline(strong) };
  if (em !== undefined) return { kind: 'em', children: parseInline(em) };
  // People write phone numbers with spaces; an address has none.
  const href = (target ?? bare ?? '').replace(/\s/g, '');
  if (!SAFE.test(href)) return { kind: 'text', text: whole };
  const children: Inline[] = label === undefined ? [{ kind: 'text', text: href }] : [{ kind: 'text', text: label }];
  return { kind: 'link', href, children };
}
