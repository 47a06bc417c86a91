import { describe, expect, it } from 'vitest';
import { isFiltered, nextSort, readListParams, writeListParams } from './list-params';

const spec = { filters: ['access', 'status'], defaultSort: 'name' } as const;
const read = (address: string) => readListParams(new URLSearchParams(address), spec);

describe('list parameters', () => {
  it('come back from the address as they were written', () => {
    const written = writeListParams(
      new URLSearchParams(),
      { search: 'Åberg & Co', sort: '-openedAt', filters: { access: ['invited', 'locked'] } },
      spec,
    );
    expect(readListParams(written, spec)).toEqual({
      search: 'Åberg & Co',
      sort: '-openedAt',
      filters: { access: ['invited', 'locked'], status: [] },
    });
  });

  it('leave other parameters alone and drop what is empty or the default', () => {
    const after = writeListParams(
      new URLSearchParams('open=17&q=eva&sort=-name&status=active'),
      { search: '', sort: 'name', filters: { status: [] } },
      spec,
    );
    expect(after.toString()).toBe('open=17');
  });

  it('use the default sort when the address names none', () => {
    expect(read('').sort).toBe('name');
  });

  it('know whether anything narrows the list', () => {
    expect(isFiltered(read('sort=-name'))).toBe(false);
    expect(isFiltered(read('q=%20'))).toBe(false);
    expect(isFiltered(read('access=locked'))).toBe(true);
  });

  it('turn the direction on the second click', () => {
    expect(nextSort('name', 'name')).toBe('-name');
    expect(nextSort('-name', 'name')).toBe('name');
    expect(nextSort('number', 'name')).toBe('name');
  });
});
