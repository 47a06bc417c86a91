import { expect, it } from 'vitest';
import { fitAnswers } from '../../cases/answers/case-form.js';
import { CreateCaseTemplate } from '../../cases/templates/case-template.dto.js';
import type { Answers } from '../../cases/templates/template-content.js';
import { newId } from '../id.js';
import { demoTemplates } from './demo-templates.js';
import { demoVisits } from './demo-visits.js';

const templates = demoTemplates();

it('has six templates in three languages that staff could have made as they are (S1.10)', () => {
  expect(templates).toHaveLength(6);
  for (const { template, version } of templates) {
    const { name, key, icon, priority } = template;
    const made = CreateCaseTemplate.safeParse({ name, key, icon, priority, content: version.content });
    expect(made.error?.issues).toBeUndefined();
    expect(Object.keys(version.content.texts)).toEqual(['en', 'de', 'sv']);
  }
});

it('has 40 reports by label, each with answers that fit and a device of its deployment', () => {
  const deployments = [{ id: newId(), customerId: newId() }];
  const devices = [{ id: newId(), deploymentId: deployments[0]?.id ?? '' }];
  const { cases, messages } = demoVisits({
    deployments,
    devices,
    staff: [{ id: newId(), name: 'Anna' }],
    templates,
    firstNumber: 1,
  });
  expect(cases).toHaveLength(40);
  for (const one of cases) {
    const questions =
      templates.find(({ version }) => version.id === one.templateVersionId)?.version.content.questions ?? [];
    expect(fitAnswers(questions, one.answers as Answers)).toEqual({ answers: one.answers, problems: [] });
    expect(one).toMatchObject({ source: 'label', deviceId: devices[0]?.id, customerId: deployments[0]?.customerId });
    expect(messages.find(({ caseId }) => caseId === one.id)?.authorKind).toBe('visitor');
  }
  expect(cases.at(-1)?.status).not.toBe('closed');
});
