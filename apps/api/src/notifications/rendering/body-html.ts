import Handlebars from 'handlebars';

const escape = (text: string): string => Handlebars.escapeExpression(text);

const ADDRESS = /https?:\/\/[^\s<>"'`]+/g;
/** Punctuation that ends the sentence, not the address. */
const TAIL = /[.,;:!?)\]}]+$/;

/** True for an address at exactly one of our origins: judged by the URL parser, never by how the text begins (D11). */
export const isOurs = (url: string, origins: readonly string[]): boolean =>
  URL.canParse(url) && origins.includes(new URL(url).origin);

const link = (url: string): string =>
  `<a class="text" href="${escape(url)}" target="_blank" rel="noopener noreferrer" style="color:#0b5cad;">${escape(url)}</a>`;

function line(text: string, origins: readonly string[]): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const url = match[0].replace(TAIL, '');
    if (!isOurs(url, origins)) continue;
    html += escape(text.slice(at, match.index)) + link(url);
    at = match.index + url.length;
  }
  return html + escape(text.slice(at));
}

/** Plain text as HTML: escaped, blank lines part paragraphs, only addresses of the portal become links (D2, MSG-5). */
export function bodyHtml(text: string, portalOrigins: readonly string[]): string {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map(
      (paragraph) =>
        `<p style="margin:0 0 16px;">${paragraph
          .split('\n')
          .map((one) => line(one, portalOrigins))
          .join('<br>')}</p>`,
    )
    .join('\n');
}
