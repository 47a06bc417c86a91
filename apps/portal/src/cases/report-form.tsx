import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import type { Photo } from '../lib/photo';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { TextArea, TextField } from '../ui/field';
import { PhotoPicker } from '../ui/photo-picker';
import { OpenOnPhone } from './open-on-phone';
import { REPORT_LIMITS, type ReportDraft } from './report-draft';

interface ReportFormProps {
  draft: ReportDraft;
  onDraft: (draft: ReportDraft) => void;
  photos: readonly Photo[];
  onPhotos: (photos: readonly Photo[]) => void;
  onNext: () => void;
}

export function ReportForm({ draft, onDraft, photos, onPhotos, onNext }: ReportFormProps) {
  const t = useT('cases');
  const [isChecked, setIsChecked] = useState(false);
  const field = (name: 'subject' | 'description' | 'device') => ({
    label: t(`report.${name}`),
    hint: t(`report.${name}Hint`),
    value: draft[name],
    maxLength: REPORT_LIMITS[name],
    onChange: (value: string) => onDraft({ ...draft, [name]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (draft.subject.trim()) onNext();
  };
  return (
    <form noValidate onSubmit={submit} className="relative">
      <Card>
        <TextField {...field('subject')} error={isChecked && !draft.subject.trim() ? t('report.subjectEmpty') : null} />
        <TextArea {...field('description')} isOptional />
        <TextField {...field('device')} isOptional />
        <PhotoPicker photos={photos} onChange={onPhotos} />
        <Button type="submit" look="primary" wide>
          {t('report.next')}
        </Button>
      </Card>
      <OpenOnPhone at="bottom" />
    </form>
  );
}
