import { expect, it } from 'vitest';
import { use } from '../../vite/react-as-preact';
import { loadCatalogue } from './language';

it('shows words that are here without suspending, which in a visit would lose what was typed (C6)', async () => {
  const words = loadCatalogue('de', 'visit');
  expect(suspendedBy(() => use(words))).toBeInstanceOf(Promise);
  await words;
  expect(use(words)).toBe(await words);
  expect(loadCatalogue('de', 'visit')).toBe(words);
});

function suspendedBy(render: () => unknown): unknown {
  try {
    return render();
  } catch (thrown) {
    return thrown;
  }
}

it('asks again for words that were lost on the way', async () => {
  const lost = loadCatalogue('de', 'nothing');
  await expect(lost).rejects.toThrow('No catalogue');
  expect(loadCatalogue('de', 'nothing')).not.toBe(lost);
});
