import { Checkbox, Group, Input, NumberInput, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { TemplateQuestion } from '@latchkey/api-client';
import { inLanguage, type Answer } from '@latchkey/case-form';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachmentField } from '../attachment-field';
import { useAttachments } from '../use-attachments';

interface QuestionFieldProps {
  question: TemplateQuestion;
  answer: Answer | undefined;
  error: string | null;
  onAnswer: (answer: Answer | undefined) => void;
  onPhotos: (ids: readonly string[]) => void;
}

/** One question as the control that fits its type. */
export const QuestionField = (props: QuestionFieldProps) => {
  const { question, answer, error, onAnswer } = props;
  const language = useTranslation().i18n.language;
  const texts = {
    label: (inLanguage(question.labels, language) ?? question.key) + (question.unit ? ` (${question.unit})` : ''),
    description: inLanguage(question.help, language),
    withAsterisk: question.required,
    error,
  };
  const text = typeof answer === 'string' ? answer : '';
  const write = (value: string): void => onAnswer(value || undefined);
  switch (question.type) {
    case 'long_text':
      return (
        <Textarea
          {...texts}
          autosize
          minRows={2}
          maxLength={5000}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...texts}
          value={typeof answer === 'number' ? answer : ''}
          onChange={(value) => onAnswer(typeof value === 'number' ? value : undefined)}
        />
      );
    case 'text':
    case 'date':
      return (
        <TextInput
          {...texts}
          type={question.type}
          maxLength={500}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
        />
      );
    case 'photo':
      return <PhotoField {...props} texts={texts} />;
    default:
      return <Choices {...props} texts={texts} />;
  }
};

interface Texts {
  label: string;
  description: string | undefined;
  withAsterisk: boolean;
  error: string | null;
}

const Choices = ({ question, answer, onAnswer, texts }: QuestionFieldProps & { texts: Texts }) => {
  const { t, i18n } = useTranslation('cases');
  const options = (question.options ?? []).map(({ key, labels }) => ({
    value: key,
    label: inLanguage(labels, i18n.language) ?? key,
  }));
  if (question.type === 'many_of') {
    return (
      <Checkbox.Group
        {...texts}
        value={Array.isArray(answer) ? answer : []}
        onChange={(keys) => onAnswer(keys.length > 0 ? keys : undefined)}
      >
        <Stack gap="xs" mt={6}>
          {options.map((option) => (
            <Checkbox key={option.value} {...option} />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  }
  const isYesNo = question.type === 'yes_no';
  const choices = isYesNo ? (['yes', 'no'] as const).map((value) => ({ value, label: t(`form.${value}`) })) : options;
  const chosen = isYesNo && typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : answer;
  return (
    <Radio.Group
      {...texts}
      value={typeof chosen === 'string' ? chosen : ''}
      onChange={(value) => onAnswer(isYesNo ? value === 'yes' : value)}
    >
      <Group gap="lg" mt={6}>
        {choices.map((option) => (
          <Radio key={option.value} {...option} />
        ))}
      </Group>
    </Radio.Group>
  );
};

const PhotoField = ({ onPhotos, texts }: QuestionFieldProps & { texts: Texts }) => {
  const attachments = useAttachments();
  const ids = attachments.files.map(({ id }) => id).join();
  const tell = useEffectEvent(onPhotos);
  useEffect(() => tell(ids === '' ? [] : ids.split(',')), [ids]);
  return (
    <Input.Wrapper {...texts}>
      <AttachmentField attachments={attachments} />
    </Input.Wrapper>
  );
};
