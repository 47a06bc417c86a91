/** One value kept on this device. Some browsers refuse storage (private mode): then it lasts as long as the page. */
export function remembered(name: string, storage: 'localStorage' | 'sessionStorage' = 'localStorage') {
  let fallback: string | null = null;
  return {
    read(): string | null {
      try {
        return window[storage].getItem(name) ?? fallback;
      } catch {
        return fallback;
      }
    },
    write(value: string | null): void {
      fallback = value;
      try {
        if (value === null) window[storage].removeItem(name);
        else window[storage].setItem(name, value);
      } catch {
        // Kept in memory above.
      }
    },
  };
}
