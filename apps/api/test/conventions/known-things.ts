import { collectionOf, type Known } from './operations.js';

export type Found = { id?: unknown; version?: unknown; items?: Found[] } | null;

/** Which list a property points into, where its name alone does not say. */
const LISTS: Record<string, string> = {
  fileIds: 'case_files',
  assigneeId: 'staff_members',
  rightsProfileId: 'rights_profiles',
  into: 'contacts',
};

/** Remembers ids and versions from answers, so that later requests name things that exist, as they are now. */
export class KnownThings implements Known {
  private readonly ids = new Map<string, string[]>();
  private readonly versions = new Map<string, number>();
  private next = 0;

  learn(path: string, body: Found): void {
    const plain = path.split('?')[0] ?? '';
    for (const found of [body, ...(Array.isArray(body?.items) ? body.items : [])]) {
      const id = typeof found?.id === 'string' ? found.id : undefined;
      if (id) this.add(collectionOf(plain.replace(/[/][0-9a-f-]{36}.*$/, '')), id);
      if (typeof found?.version === 'number')
        this.versions.set(!id || plain.includes(id) ? plain : `${plain}/${id}`, found.version);
    }
  }

  private add(list: string, id: string): void {
    const known = this.ids.get(list) ?? [];
    if (known.length < 300 && !known.includes(id)) this.ids.set(list, [...known, id]);
  }

  /** In turn, so that a run can be repeated. */
  id(property: string): string {
    const known =
      this.ids.get(LISTS[property] ?? property) ??
      this.ids.get(`${property.replace(/Ids?$/, '')}s`) ??
      [...this.ids.values()].flat();
    this.next += 7;
    return known[this.next % Math.max(1, known.length)] ?? '00000000-0000-7000-8000-000000000000';
  }

  version(path: string): number | undefined {
    return this.versions.get(path);
  }
}
