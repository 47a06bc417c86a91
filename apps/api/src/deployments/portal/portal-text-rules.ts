import type { InputProblem } from '../../http/app-error.js';
import type { ChangeDeploymentPortal } from './portal.dto.js';

/** D18: the only places a link may lead to. */
const SAFE = /^(?:https?:\/\/[^\s/]+[^\s]*|mailto:[^\s@]+@[^\s@]+|tel:\+?[\d\s()-]+)$/i;
const LINK = /(?<isImage>!?)\[[^\]]*\]\((?<target>[^)]*)\)/g;

const problem = (pointer: string, code: string, detail: string): InputProblem => ({ pointer, code, detail });

function problemsOf(text: string, pointer: string): InputProblem[] {
  return [...text.matchAll(LINK)].flatMap(({ groups }) => {
    if (groups?.isImage) return [problem(pointer, 'image', 'Pictures cannot be shown in this text')];
    const target = groups?.target ?? '';
    return SAFE.test(target) ? [] : [problem(pointer, 'link', `A link cannot lead to ${target.slice(0, 100)}`)];
  });
}

/** What would not be shown as it was meant. What visitors see is safe without this: apps draw elements, never HTML. */
export function textProblems(texts: NonNullable<ChangeDeploymentPortal['texts']>): InputProblem[] {
  return Object.entries(texts).flatMap(([language, of]) =>
    Object.entries(of).flatMap(([name, text]) => problemsOf(text, `/texts/${language}/${name}`)),
  );
}
