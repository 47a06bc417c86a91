import type { ChangeDevices, DeviceChanges } from '@latchkey/api-client';

/** What the dialog for several devices asks; null: left as it is on each of them. */
export interface BulkValues {
  model: string | null;
  position: string | null;
  addTags: string[];
  removeTags: string[];
  status: 'active' | 'retired' | '';
}

export const NO_CHANGE: BulkValues = { model: null, position: null, addTags: [], removeTags: [], status: '' };

type Changes = ChangeDevices['set'];

/** An empty text clears the field on all of them. */
export const toChanges = (values: BulkValues): Changes => ({
  ...(values.model === null ? {} : { model: values.model.trim() || null }),
  ...(values.position === null ? {} : { position: values.position.trim() || null }),
  ...(values.addTags.length > 0 ? { addTags: values.addTags } : {}),
  ...(values.removeTags.length > 0 ? { removeTags: values.removeTags } : {}),
  ...(values.status === '' ? {} : { status: values.status }),
});

export const hasChanges = (values: BulkValues): boolean => Object.keys(toChanges(values)).length > 0;

export type Results = Record<DeviceChanges['items'][number]['result'], number>;

export const countResults = (items: DeviceChanges['items']): Results => {
  const counts: Results = { changed: 0, unchanged: 0, too_many_tags: 0, not_found: 0 };
  for (const { result } of items) counts[result] += 1;
  return counts;
};
