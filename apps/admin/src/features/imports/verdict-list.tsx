import { Anchor, Text } from '@mantine/core';
import type { Import, ImportRow } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useListParams } from '../../lib/use-list-params';
import { CountChips } from '../../ui/count-chips';
import { DataList } from '../../ui/data-list/data-list';
import { listQuery } from '../../ui/data-list/list-query';
import type { Column } from '../../ui/data-list/types';
import { EmptyState } from '../../ui/empty-state';
import { StateBadge } from '../../ui/state-badge';
import { linesIn, lineWord, reasonText, VERDICTS } from './import-words';
import { useImportRows, type Verdict } from './imports.api';
import classes from './imports.module.css';

const SPEC = { filters: ['verdict'] };

const hrefOf = ({ contactId, customerId, deviceId, deploymentId }: ImportRow): string | undefined => {
  if (contactId) return `/contacts/${contactId}`;
  if (deviceId) return `/devices/${deviceId}`;
  if (deploymentId) return `/deployments/${deploymentId}`;
  return customerId ? `/customers/${customerId}` : undefined;
};

/** Every line of the file with what becomes, or became, of it. */
export const VerdictList = ({ file }: { file: Import }) => {
  const { t } = useTranslation('imports');
  const params = useListParams(SPEC);
  const verdict = VERDICTS.find((one) => one === params.filters['verdict']?.[0]);
  const result = useImportRows(file, verdict);
  return (
    <DataList
      id="import-lines"
      label={t('lines.label')}
      query={listQuery(result)}
      columns={useColumns(file)}
      rowId={(row) => String(row.line)}
      rowName={(row) => row.title || t('lines.line', { number: row.line })}
      filters={
        <VerdictChips file={file} verdict={verdict} onChoose={(one) => params.setFilter('verdict', one ? [one] : [])} />
      }
      isFiltered={params.isFiltered}
      onClearFilters={params.clear}
      empty={<EmptyState title={t('lines.empty')} />}
    />
  );
};

const useColumns = ({ state, kind }: Import): readonly [Column<ImportRow>, ...Column<ImportRow>[]] => {
  const { t } = useTranslation('imports');
  return [
    {
      id: 'title',
      header: t('column.entry'),
      render: (row) => (
        <LineTitle row={row} href={lineWord(row, state).key === 'was.undone' ? undefined : hrefOf(row)} />
      ),
    },
    { id: 'line', header: t('column.line'), width: '80px', align: 'end', render: (row) => row.line },
    {
      id: 'verdict',
      header: t('column.verdict'),
      width: '160px',
      render: (row) => <LineBadge word={lineWord(row, state)} />,
    },
    { id: 'reasons', header: t('column.reasons'), render: (row) => <Reasons row={row} kind={kind} /> },
  ];
};

const LineBadge = ({ word }: { word: ReturnType<typeof lineWord> }) => {
  const { t } = useTranslation('imports');
  return <StateBadge tone={word.tone}>{t(word.key)}</StateBadge>;
};

/** No link to what was taken back. */
const LineTitle = ({ row, href }: { row: ImportRow; href: string | undefined }) => {
  const { t } = useTranslation('imports');
  const title = row.title || t('lines.line', { number: row.line });
  return href ? (
    <Anchor component={Link} to={href} c="inherit" fw={500}>
      {title}
    </Anchor>
  ) : (
    <Text span inherit>
      {title}
    </Text>
  );
};

const Reasons = ({ row, kind }: { row: ImportRow; kind: Import['kind'] }) => {
  const { t } = useTranslation('imports');
  if (row.reasons.length === 0) return null;
  return (
    <ul className={classes.reasons}>
      {row.reasons.map((reason, index) => (
        <li key={index}>{reasonText(reason, t, kind)}</li>
      ))}
    </ul>
  );
};

interface ChipsProps {
  file: Import;
  verdict: Verdict | undefined;
  onChoose: (verdict: Verdict | undefined) => void;
}

const VerdictChips = ({ file: { counts, state }, verdict, onChoose }: ChipsProps) => {
  const { t } = useTranslation('imports');
  const words = state === 'done' ? 'was' : 'verdict';
  const chips = [
    { id: undefined, label: t('verdict.all'), count: linesIn(counts) },
    ...VERDICTS.map((id) => ({ id, label: t(`${words}.${id}`), count: counts[id] })),
  ];
  return <CountChips label={t('lines.show')} chips={chips} value={verdict} onChoose={onChoose} />;
};
