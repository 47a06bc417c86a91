export interface RoundsOptions {
  pauseMs: number;
  /** Before the first round; as long as the pause when absent. */
  firstMs?: number;
  failed: (error: unknown) => void;
}

/** Does `work` again and again with a pause between, never twice at the same time; a round that fails is told, and the next one comes. Answers the function that ends it. */
export function rounds(
  work: () => Promise<unknown>,
  { pauseMs, firstMs = pauseMs, failed }: RoundsOptions,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const next = (delay: number): void => {
    if (isOver) return;
    timer = setTimeout(
      () =>
        void work()
          .catch((error: unknown) => isOver || failed(error))
          .finally(() => next(pauseMs)),
      delay,
    );
    timer.unref();
  };
  next(firstMs);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
