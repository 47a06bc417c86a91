import { inLanguage } from '@latchkey/case-form';
import type { CaseTemplate } from '@latchkey/api-client';
import { IconCamera, IconMessage, IconPhoto } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { templateOptions, templatesOptions } from '../portal.api';
import classes from '../../../ui/phone-screen.module.css';
import { PhoneTile } from '../../../ui/phone-tile';
import { TemplateIcon } from '../../../ui/template-icon';
import type { Screen, Words } from './visit-words';

const PHOTOS = 5;
const MOST_TEMPLATES = 12;

interface StepProps {
  words: Words;
  title: string;
  lead?: string;
  step: number;
  go?: string;
  children: ReactNode;
}

/** Where one is, in words; the way on in reach of the thumb. */
const Step = ({ words, title, lead, step, go, children }: StepProps) => (
  <>
    <div>
      <p className={classes.small}>{words('report.step', { step, of: 4 })}</p>
      <p className={classes.title}>{title}</p>
      {lead ? <p className={classes.quiet}>{lead}</p> : null}
    </div>
    {children}
    <div className={classes.foot}>
      <span className={classes.secondary}>{words('report.back')}</span>
      {go ? <span className={classes.primary}>{go}</span> : null}
    </div>
  </>
);

/** The templates offered for this device, and own words. */
const useOffered = ({ values, device }: Screen): readonly CaseTemplate[] => {
  const all = useQuery(templatesOptions).data ?? [];
  const { templateIds } = values;
  const offered = templateIds === null ? all : templateIds.flatMap((id) => all.find((one) => one.id === id) ?? []);
  const fitting = offered.filter(
    ({ models }) => models.length === 0 || !device || models.some((model) => model === device.model),
  );
  const found = useQueries({
    queries: fitting.slice(0, MOST_TEMPLATES).map(({ id }) => templateOptions(id)),
  });
  return found.flatMap(({ data }) => data ?? []);
};

export const WhatScreen = (screen: Screen) => {
  const { words, language } = screen;
  const templates = useOffered(screen);
  return (
    <Step words={words} title={words('what.title')} step={1}>
      <div className={classes.tiles}>
        {templates.map(({ id, icon, content }) => {
          const texts = inLanguage(content.texts, language);
          return (
            <PhoneTile
              key={id}
              icon={<TemplateIcon name={icon} size={28} />}
              title={texts?.name ?? ''}
              text={texts?.description}
            />
          );
        })}
        <PhoneTile
          icon={<IconMessage size={28} aria-hidden />}
          title={words('what.ownWords')}
          text={words('what.ownWordsHint')}
        />
      </div>
    </Step>
  );
};

export const WordsScreen = ({ words, values }: Screen) => (
  <Step words={words} title={words('words.title')} step={2} go={words('report.next')}>
    <div>
      <p className={classes.label}>{words('words.label')}</p>
      <p className={classes.small}>{words('words.hint')}</p>
      <span className={classes.area} />
    </div>
    {values.takesPhotos ? (
      <div>
        <p className={classes.label}>
          {words('photos.label')} <span className={classes.optional}>({words('optional')})</span>
        </p>
        <p className={classes.small}>{words('photos.hint', { max: PHOTOS })}</p>
        <div className={classes.row}>
          <span className={classes.secondary}>
            <IconCamera size={20} aria-hidden /> {words('photos.take')}
          </span>
          <span className={classes.secondary}>
            <IconPhoto size={20} aria-hidden /> {words('photos.choose')}
          </span>
        </div>
      </div>
    ) : null}
  </Step>
);

export const ReachScreen = ({ words, values }: Screen) => {
  const asked = [
    { asking: values.askName, label: words('reach.name') },
    { asking: values.askEmail, label: words('reach.email') },
    { asking: values.askPhone, label: words('reach.phone') },
  ].filter(({ asking }) => asking !== 'hidden');
  return (
    <Step words={words} title={words('reach.title')} lead={words('reach.lead')} step={3} go={words('reach.next')}>
      {asked.map(({ asking, label }) => (
        <div key={label}>
          <p className={classes.label}>
            {label}
            {asking === 'optional' ? <span className={classes.optional}> ({words('optional')})</span> : null}
          </p>
          <span className={classes.field} />
        </div>
      ))}
      {values.allowsNoReply ? (
        <p className={classes.row}>
          <span className={classes.check} /> {words('reach.noReply')}
        </p>
      ) : null}
    </Step>
  );
};
