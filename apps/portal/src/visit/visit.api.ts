import {
  endVisit,
  followVisitCase,
  getVisit,
  getVisitReporting,
  openVisit,
  openVisitCase,
  recordScan,
  uploadVisitFile,
  type FollowVisitCase,
  type GetVisitPhotoData,
  type OpenVisitCase,
  type Visit,
  type VisitReporting,
} from '@latchkey/api-client';
import { withProof, type Proof } from '@latchkey/api-client/proof';
import { pickLanguage } from '../i18n/language';
import { isConnectionLost, problemCode } from '../lib/problem';
import type { Photo } from '../lib/photo';
import { asUpload } from '../lib/photo-upload';
import { scannedLabel, type ScannedLabel } from './address';
import { all, find, forget, keep } from './store';

export const photoUrl: GetVisitPhotoData['url'] = '/api/v1/portal/visit/photo';

type Asking = Visit['askName'];

export interface VisitView extends Omit<Visit, 'askName' | 'askEmail' | 'askPhone'> {
  ask: { name: Asking; email: Asking; phone: Asking };
}

export type Reporting = VisitReporting;
export type Template = Reporting['templates'][number];

interface KeptVisit {
  id: string;
  visit?: VisitView;
  reporting?: Reporting;
}

const language = () => pickLanguage([document.documentElement.lang]) as 'en';

const toView = ({ askName, askEmail, askPhone, ...visit }: Visit): VisitView => ({
  ...visit,
  ask: { name: askName, email: askEmail, phone: askPhone },
});

/** Of the label that was visited last: what the page shows again without reception. */
const idOf = (label: string): string => `visit:${label}`;
const kept = (label: string) => find<KeptVisit>('pages', idOf(label)).catch(() => undefined);

async function remember(label: string, part: Omit<KeptVisit, 'id'>): Promise<void> {
  await keep('pages', { ...(await kept(label)), ...part, id: idOf(label) }).catch(() => undefined);
}

/** What the page says of its machine, in the language it is shown in. */
export async function readVisit(label: string): Promise<VisitView> {
  const visit = toView((await getVisit({ query: { language: language() } })).data);
  await remember(label, { visit });
  return visit;
}

/** Undefined when this browser has to give the PIN. Without reception: what was seen last, for as long as the visit lasts. */
export async function lookAtVisit({ label, secret }: ScannedLabel): Promise<VisitView | undefined> {
  if (!secret) return undefined;
  try {
    await recordScan({ body: { label, secret } });
    await openVisit({ body: { label, secret } });
    return await readVisit(label);
  } catch (error) {
    if (problemCode(error) === 'visit.refused') return undefined;
    const before = isConnectionLost(error) ? (await kept(label))?.visit : undefined;
    if (before && new Date(before.expiresAt) > new Date()) return before;
    throw error;
  }
}

/** Another tab may have scanned another machine since. True when the visit is at this one again; else the PIN has to be given. */
export async function comeBack(label: string): Promise<boolean> {
  const here = scannedLabel();
  if (here?.label !== label || !here.secret) return false;
  return openVisit({ body: { label, secret: here.secret } }).then(
    () => true,
    () => false,
  );
}

interface Entry extends ScannedLabel {
  code?: string | undefined;
  pin: string;
}

/** Codes are printed in groups and without letters that look like digits. */
const plainCode = (code: string): string =>
  code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/** Proves the label and the PIN. */
export async function enterVisit({ label, secret, code, pin }: Entry): Promise<VisitView> {
  const proof = secret ? { secret } : { code: plainCode(code ?? '') };
  await withProof((work) => openVisit({ body: { label, ...proof, pin, ...work } }));
  return readVisit(label);
}

export async function leaveVisit(label: string): Promise<void> {
  await forget('pages', idOf(label)).catch(() => undefined);
  await endVisit().catch(() => undefined);
}

export async function readReporting(label: string, shown: string): Promise<Reporting | undefined> {
  try {
    const { data } = await getVisitReporting({ query: { language: shown as 'en' } });
    await remember(label, { reporting: data });
    return data;
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
    return (await kept(label))?.reporting;
  }
}

/** Sends one photo; answers its id. */
export const sendPhoto = async (photo: Photo): Promise<string> => (await uploadVisitFile(asUpload(photo))).data.id;

/** Sends a report; the same key brings the same case (POR-8). */
export async function sendReport(key: string, body: OpenVisitCase) {
  const send = (proof: Proof) => openVisitCase({ body: { ...body, ...proof }, headers: { 'Idempotency-Key': key } });
  return (await withProof(send)).data;
}

export async function followCase(id: string, body: FollowVisitCase) {
  const send = (proof: Proof) => followVisitCase({ path: { id }, body: { ...body, ...proof } });
  return (await withProof(send)).data;
}

export const keptReports = <T>(): Promise<T[]> => all<T>('reports').catch(() => []);
export const reportLanguage = language;
