import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { TextArea } from '../../ui/field';
import { PhotoPicker } from '../../ui/photo-picker';
import { photosOf } from './draft';
import { StepFrame, type StepProps } from './step-frame';

/** Own words and photos. After a template's questions both may stay empty. */
export function WordsStep({ draft, change, template, visit, back, next, progress }: StepProps) {
  const t = useT('visit');
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = !template && draft.description.trim() === '';
  const goOn = () => {
    setIsChecked(true);
    if (!isMissing) next();
  };
  return (
    <StepFrame
      title={t(template ? 'words.more' : 'words.title')}
      progress={progress}
      back={back}
      go={{ label: t('report.next'), onGo: goOn }}
    >
      <TextArea
        label={t(template ? 'words.moreLabel' : 'words.label')}
        hint={t('words.hint')}
        isOptional={template !== undefined}
        error={isChecked && isMissing ? t('words.missing') : null}
        maxLength={10_000}
        value={draft.description}
        onChange={(description) => change({ ...draft, description })}
      />
      {visit.takesPhotos && (
        <PhotoPicker
          photos={draft.photos}
          elsewhere={photosOf(template, draft).length - draft.photos.length}
          onChange={(photos) => change({ ...draft, photos })}
        />
      )}
    </StepFrame>
  );
}
