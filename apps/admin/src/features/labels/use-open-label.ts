import { useSearchParams } from 'react-router-dom';

/** Which label is open stands in the address. */
export const useOpenLabel = (): readonly [string | null, (id: string | null) => void] => {
  const [params, setParams] = useSearchParams();
  const open = (id: string | null): void =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (id) after.set('open', id);
        else after.delete('open');
        return after;
      },
      { preventScrollReset: true },
    );
  return [params.get('open'), open];
};
