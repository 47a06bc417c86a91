import type { Import } from '@latchkey/api-client';
import { createInstance, type TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import texts from '../../i18n/en/imports.json';
import { inOrder, linesToDo, lineWord, reasonText, samplesOf, stateWord, withColumn, writesText } from './import-words';

const fields: Import['fields'] = [
  { name: 'customer_number', of: 'customer' },
  { name: 'customer_name', of: 'customer' },
  { name: 'email', of: 'contact' },
];

describe('a file', () => {
  it('puts the file of customers before the file of contacts (A16)', () => {
    const kind = 'people' as const;
    const contacts = { kind, fields, mapping: { 0: 'customer_number' as const, 1: 'email' as const } };
    const customers = { kind, fields, mapping: { 0: 'customer_name' as const } };
    const devices = { kind: 'devices' as const, fields, mapping: { 0: 'customer_name' as const } };
    expect(inOrder([devices, contacts, customers])).toEqual([customers, contacts, devices]);
  });

  it('counts only lines that a run would write', () => {
    expect(linesToDo({ create: 3, update: 2, unchanged: 7, skip: 1 })).toBe(5);
  });
});

const NONE = { customers: 0, contacts: 0, deployments: 0, devices: 0 };

describe('what a run writes', () => {
  it.each([
    [{ customers: 50, contacts: 150 }, '50 customers and 150 contacts'],
    [{ customers: 1, contacts: 0 }, '1 customer'],
    [{ customers: 0, contacts: 2 }, '2 contacts'],
  ])('%o is told customers and contacts apart', async (writes, told) => {
    const i18n = createInstance();
    await i18n.init({ lng: 'en', resources: { en: { imports: texts } } });
    expect(writesText('checked', { writes: { ...NONE, ...writes } }, { t: i18n.t, language: 'en' })).toBe(told);
  });
});

describe('what a line says', () => {
  const line = { verdict: 'create' as const, reasons: [] };

  it('differs before the run, after it, and after it was undone', () => {
    expect(lineWord(line, 'checked').key).toBe('verdict.create');
    expect(lineWord(line, 'done').key).toBe('was.create');
    expect(lineWord(line, 'undone').key).toBe('was.undone');
    expect(lineWord({ ...line, reasons: [{ code: 'undo.kept' }] }, 'undone').key).toBe('was.kept');
    expect(lineWord({ verdict: 'skip', reasons: [] }, 'undone').key).toBe('verdict.skip');
  });

  it('does not call a file without anything new ready to import (INV-1)', () => {
    const counts = { create: 0, update: 0, unchanged: 9, skip: 1 };
    expect(stateWord({ state: 'checked', counts })).toBe('nothing');
    expect(stateWord({ state: 'checked', counts: { ...counts, update: 1 } })).toBe('checked');
  });
});

describe('columns', () => {
  const mapping = { 0: 'customer_name', 1: 'email' } as const;

  it('take a field away from the column that had it', () => {
    expect(withColumn(mapping, 2, 'email')).toEqual({ 0: 'customer_name', 2: 'email' });
  });

  it('can be left out', () => {
    expect(withColumn(mapping, 0, null)).toEqual({ 1: 'email' });
  });

  it('show different values that are not empty', () => {
    const sample = [['a'], [''], ['a'], ['b'], ['c'], ['d']];
    expect(samplesOf({ sample }, 0)).toEqual(['a', 'b', 'c']);
  });
});

/** The catalogue itself, so that a missing sentence shows. */
const find = (key: string): string | undefined => {
  const path = key.replace('imports:', '').split('.');
  const found = path.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts);
  return typeof found === 'string' ? found : undefined;
};
const t = ((keys: string[], facts: Record<string, string>) => {
  const text = keys.map(find).find((one) => one !== undefined) ?? facts['defaultValue'] ?? '';
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => facts[name] ?? '');
}) as unknown as TFunction;

describe('reasons', () => {
  it.each([
    'email.invalid',
    'phone.invalid',
    'line.duplicate',
    'line.empty',
    'contact.no_customer',
    'contact.ambiguous',
    'contact.other_customer',
    'contact.nameless',
    'customer.unknown',
    'customer.ambiguous',
    'deployment.missing',
    'deployment.ambiguous',
    'deployment.other_customer',
    'deployment.inactive',
    'deployment.unknown',
    'deployment.no_customer',
    'timeZone.missing',
    'timeZone.invalid',
    'device.ambiguous',
    'device.unknown',
    'device.nameless',
    'undo.kept',
  ])('%s has a sentence of its own (S0.15)', (code) => {
    expect(find(`reason.${code}`)).toMatch(/\w.*\.$/);
  });

  it('names the field of any other value that cannot be read', () => {
    expect(reasonText({ code: 'postalCode.invalid', field: 'postalCode', value: '?!' }, t)).toContain('Postal code');
  });

  it('speaks of what the file is about', () => {
    const unknown = { code: 'customer.unknown', value: '4711' };
    expect(reasonText(unknown, t)).toContain('no name to create one');
    expect(reasonText(unknown, t, 'devices')).toContain('Import the customers first');
    const tooLong = { code: 'externalId.invalid', field: 'externalId', value: 'x' };
    expect(reasonText(tooLong, t, 'devices')).toMatch(/^External id:/);
  });

  it('names a code that nobody foresaw', () => {
    expect(reasonText({ code: 'line.strange' }, t)).toContain('line.strange');
  });
});
