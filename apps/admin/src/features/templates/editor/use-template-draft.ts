import type { CaseTemplate } from '@latchkey/api-client';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { toProblem } from '../../../lib/problem';
import { rebase } from '../../../lib/rebase';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import { useToasts } from '../../../ui/toasts';
import { EMPTY_DRAFT, toBody, toContent, toDraft, type Draft } from '../draft';
import { problemsOf } from '../draft-rules';
import { useTemplateActs } from '../templates.api';

export interface TemplateDraft {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  isDirty: boolean;
  /** Saving makes a new version: other texts or questions. */
  makesVersion: boolean;
  isBusy: boolean;
  error: unknown;
  /** Somebody else saved meanwhile. */
  isOutdated: boolean;
  /** Fields that both changed, once the newest was loaded. */
  clashes: readonly (keyof Draft)[] | null;
  loadNewest: () => void;
  /** After the first try to save, what is not right yet is marked. */
  isChecked: boolean;
  save: () => Promise<void>;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

interface Editing {
  draft: Draft;
  /** As it was when the editing began; null for a new one. */
  base: CaseTemplate | null;
  clashes: readonly (keyof Draft)[] | null;
  isChecked: boolean;
}

const startOf = (base: CaseTemplate | null): Draft => (base ? toDraft(base) : EMPTY_DRAFT);
const editingOf = (base: CaseTemplate | null): Editing => ({
  draft: startOf(base),
  base,
  clashes: null,
  isChecked: false,
});

export const useTemplateDraft = (template: CaseTemplate | null): TemplateDraft => {
  const [editing, setEditing] = useState(() => editingOf(template));
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = useSending(editing, (saved) => setEditing(editingOf(saved)));
  const newest = useNewest(editing);
  const { draft, base, clashes, isChecked } = editing;
  const start = startOf(base);

  const during = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await act().catch(setError);
    setBusy(false);
  };
  const save = async (): Promise<void> => {
    setEditing((before) => ({ ...before, isChecked: true }));
    setError(null);
    if (problemsOf(draft).size === 0) await during(send);
  };
  const loadNewest = (): Promise<void> =>
    during(async () => {
      setEditing(await newest());
      setError(null);
    });
  return {
    draft,
    change: (part) => setEditing((before) => ({ ...before, draft: { ...before.draft, ...part } })),
    isDirty: !same(draft, start),
    makesVersion: base !== null && !same(toContent(draft), toContent(start)),
    isBusy,
    error,
    isOutdated: toProblem(error).status === 412,
    clashes,
    loadNewest: () => void loadNewest(),
    isChecked,
    save,
  };
};

/** What was saved is where the next change starts. */
const useSending = ({ draft, base }: Editing, onSaved: (saved: CaseTemplate) => void): (() => Promise<void>) => {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const toast = useToasts();
  const acts = useTemplateActs();
  const keyOf = useIdempotencyKey();
  return async () => {
    const body = toBody(draft);
    if (base) {
      onSaved(await acts.change(base, body));
      return toast.done(t('told.saved', { name: body.name }));
    }
    const made = await acts.create(body, keyOf(body));
    flushSync(() => onSaved(made));
    toast.done(t('told.created', { name: made.name }));
    await navigate(`/case-templates/${made.id}`, { replace: true });
  };
};

/** What was typed here on top of what is stored now. */
const useNewest = (editing: Editing): (() => Promise<Editing>) => {
  const acts = useTemplateActs();
  return async () => {
    if (!editing.base) return editing;
    const stored = await acts.newest(editing.base.id);
    const { values, clashes } = rebase(editing.draft, startOf(editing.base), toDraft(stored));
    return { ...editing, draft: values, base: stored, clashes };
  };
};
