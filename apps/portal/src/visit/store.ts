/** A few things of a visit that outlive the tab, in the browser's own database (IndexedDB): photos do not fit elsewhere. */
const NAME = 'latchkey-visit';
const STORES = ['reports', 'pages'] as const;
type Store = (typeof STORES)[number];

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      for (const store of STORES) request.result.createObjectStore(store, { keyPath: 'id' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('No database'));
  });
  // Refused once (private mode) is not refused for ever.
  opened.catch(() => (opened = undefined));
  return opened;
}

function run<T>(store: Store, mode: IDBTransactionMode, act: (rows: IDBObjectStore) => IDBRequest): Promise<T> {
  return open().then(
    (database) =>
      new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(store, mode);
        const request = act(transaction.objectStore(store));
        transaction.oncomplete = () => resolve(request.result as T);
        transaction.onerror = () => reject(transaction.error ?? new Error('Not stored'));
        transaction.onabort = () => reject(transaction.error ?? new Error('Not stored'));
      }),
  );
}

export const keep = (store: Store, row: { id: string }): Promise<unknown> =>
  run(store, 'readwrite', (rows) => rows.put(row));

export const find = <T>(store: Store, id: string): Promise<T | undefined> =>
  run(store, 'readonly', (rows) => rows.get(id));

export const all = <T>(store: Store): Promise<T[]> => run(store, 'readonly', (rows) => rows.getAll());

export const forget = (store: Store, id: string): Promise<unknown> =>
  run(store, 'readwrite', (rows) => rows.delete(id));
