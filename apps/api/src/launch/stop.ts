type Step = () => Promise<unknown>;

const PATIENCE_MS = 4_500;

/**
 * Ends the process in order on SIGINT, SIGTERM or a fatal error: what was started last stops first, the database last.
 * After 4.5 s it ends anyway (the database then replays its journal at the next start).
 */
export function onStop(last: Step): { before(step: Step): void; stop(code: number): Promise<void> } {
  const steps: Step[] = [last];
  let stopping: Promise<void> | undefined;

  const stop = (code: number): Promise<void> => {
    stopping ??= (async () => {
      setTimeout(() => process.exit(code), PATIENCE_MS).unref();
      for (const step of steps.toReversed())
        await step().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
      process.exit(code);
    })();
    return stopping;
  };

  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  process.on('uncaughtException', (error) => fatal(error, stop));
  process.on('unhandledRejection', (error) => fatal(error, stop));
  return { before: (step) => void steps.push(step), stop };
}

function fatal(error: unknown, stop: (code: number) => Promise<void>): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  void stop(1);
}
