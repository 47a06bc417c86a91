import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFileDownload, IconRulerMeasure } from '@tabler/icons-react';
import type { LabelRow, LabelStock } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../../../ui/failed-state';
import { Loaded } from '../../../ui/loaded';
import { useToasts } from '../../../ui/toasts';
import { download } from '../../../lib/download';
import { fetchLabels, fetchOwnTestPage, fetchTestPage, useLabelActs, useStocks } from '../labels.api';
import { LabelPreview } from './label-preview';
import classes from './print.module.css';
import { FIRST_OWN, OWN, ownProblems, perSheet, sheetsFor, toPrint, type PrintChoice } from './print-plan';
import { SheetDrawing } from './sheet-drawing';
import { StockFields } from './stock-fields';
import { usePrintLanguage } from './use-print-language';
import { WhichLabels } from './which-labels';

interface PrintDialogProps {
  /** Labels in use that can be printed. */
  labels: readonly LabelRow[];
  onClose: () => void;
}

/** Labels onto sheets that fit the printer: which, on what, from where on. */
export const PrintDialog = ({ labels, onClose }: PrintDialogProps) => {
  const { t } = useTranslation('labels');
  const stocks = useStocks(usePrintLanguage());
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('print.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Loaded query={stocks}>{({ items }) => <Printing stocks={items} labels={labels} onClose={onClose} />}</Loaded>
    </Modal>
  );
};

const Printing = ({ labels, stocks, onClose }: PrintDialogProps & { stocks: readonly LabelStock[] }) => {
  const { t } = useTranslation('labels');
  const [chosen, setChosen] = useState(labels);
  const [choice, setChoice] = useState<PrintChoice>({
    stock: stocks[0]?.id ?? OWN,
    own: FIRST_OWN,
    startAt: 1,
    copies: 1,
  });
  const [printed, setPrinted] = useState<readonly string[] | null>(null);
  const geometry = stocks.find(({ id }) => id === choice.stock) ?? choice.own;
  // A smaller sheet may have no such place.
  const plan = { ...choice, startAt: Math.min(choice.startAt, perSheet(geometry)) };
  const isWrong = choice.stock === OWN && ownProblems(choice.own).length > 0;
  if (printed) return <AfterPrinting ids={printed} onClose={onClose} />;
  return (
    <Stack gap="md">
      <WhichLabels labels={labels} chosen={chosen} onChange={setChosen} />
      <div className={classes.beside}>
        <Stack gap="md">
          <StockFields stocks={stocks} choice={choice} onChange={setChoice} />
          <LabelPreview geometry={geometry} label={chosen[0] ?? null} />
        </Stack>
        <SheetDrawing
          geometry={geometry}
          choice={plan}
          labels={chosen.length}
          onStart={(startAt) => setChoice({ ...choice, startAt })}
        />
      </div>
      <Text role="note" aria-live="polite">
        {t('print.sum', { count: chosen.length * plan.copies, sheets: sheetsFor(geometry, plan, chosen.length) })}
      </Text>
      <PrintButtons choice={plan} ids={chosen.map(({ id }) => id)} isWrong={isWrong} onPrinted={setPrinted} />
    </Stack>
  );
};

interface PrintButtonsProps {
  choice: PrintChoice;
  ids: string[];
  /** The size typed cannot be printed. */
  isWrong: boolean;
  onPrinted: (ids: readonly string[]) => void;
}

const PrintButtons = ({ choice, ids, isWrong, onPrinted }: PrintButtonsProps) => {
  const { t } = useTranslation('labels');
  const language = usePrintLanguage();
  const [busy, setBusy] = useState<'test' | 'print' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = async (what: 'test' | 'print', act: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setError(null);
    await act().catch(setError);
    setBusy(null);
  };
  const print = async (): Promise<void> => {
    download(await fetchLabels(toPrint(choice, ids)), 'labels.pdf');
    onPrinted(ids);
  };
  const test = async (): Promise<void> => {
    const { stock, own } = choice;
    const page = stock === OWN ? fetchOwnTestPage(own, language) : fetchTestPage(stock, language);
    download(await page, 'test-page.pdf');
  };
  return (
    <>
      {error === null ? null : <FailedState error={error} isCompact />}
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          loading={busy === 'test'}
          disabled={isWrong}
          leftSection={<IconRulerMeasure size={16} aria-hidden />}
          onClick={() => void run('test', test)}
        >
          {t('print.test')}
        </Button>
        <Button
          loading={busy === 'print'}
          disabled={isWrong || ids.length === 0}
          leftSection={<IconFileDownload size={16} aria-hidden />}
          onClick={() => void run('print', print)}
        >
          {t('print.go')}
        </Button>
      </Group>
    </>
  );
};

/** Paper jams: only a person can say that labels are printed. */
const AfterPrinting = ({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) => {
  const { t } = useTranslation('labels');
  const { markPrinted } = useLabelActs();
  const { done, failed } = useToasts();
  const [isBusy, setBusy] = useState(false);
  const mark = async (): Promise<void> => {
    setBusy(true);
    try {
      const { marked } = await markPrinted([...ids]);
      done(t('print.marked', { count: marked }));
      onClose();
    } catch (error) {
      failed(error);
      setBusy(false);
    }
  };
  return (
    <Stack gap="md">
      <Alert color="accent" variant="light">
        {t('print.saved')}
      </Alert>
      <Text>{t('print.afterwards', { count: ids.length })}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('print.notYet')}
        </Button>
        <Button loading={isBusy} onClick={() => void mark()} data-autofocus>
          {t('print.mark')}
        </Button>
      </Group>
    </Stack>
  );
};
