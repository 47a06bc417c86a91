import type { CaseTemplate, CaseTemplateVersion } from '../../cases/templates/case-template.entity.js';
import type { TemplateContent, TemplateQuestion } from '../../cases/templates/template-content.js';
import { newId } from '../id.js';
import { daysAgo } from './random.js';

type Words = [en: string, de: string, sv: string];
type Condition = NonNullable<TemplateQuestion['shownWhen']>;

const inAll = ([en, de, sv]: Words) => ({ en, de, sv });

const ask = (
  [key, type]: [string, TemplateQuestion['type']],
  words: Words,
  more: Partial<TemplateQuestion> = {},
): TemplateQuestion => ({ key, type, required: false, labels: inAll(words), ...more });

const options = (list: Record<string, Words>) =>
  Object.entries(list).map(([key, words]) => ({ key, labels: inAll(words) }));

const when = (question: string, equals: Condition['equals']) => ({ shownWhen: { question, equals } });

const PHOTO = ask(['photo', 'photo'], ['A photo helps', 'Ein Foto hilft', 'Ett foto hjälper']);
const SINCE = ask(['since', 'date'], ['Since when?', 'Seit wann?', 'Sedan när?']);

interface Story {
  key: string;
  icon: string;
  priority: CaseTemplate['priority'];
  name: Words;
  description: Words;
  questions: TemplateQuestion[];
}

const STORIES: readonly Story[] = [
  {
    key: 'robot-does-not-move',
    icon: 'robot',
    priority: 'urgent',
    name: ['Robot does not move', 'Roboter fährt nicht', 'Roboten rör sig inte'],
    description: [
      'It stands still or stops again and again',
      'Er steht oder bleibt immer wieder stehen',
      'Den står still eller stannar gång på gång',
    ],
    questions: [
      ask(
        ['lamp', 'one_of'],
        ['Which colour has the lamp?', 'Welche Farbe hat die Lampe?', 'Vilken färg har lampan?'],
        {
          required: true,
          options: options({
            red: ['Red', 'Rot', 'Röd'],
            green: ['Green', 'Grün', 'Grön'],
            off: ['It is off', 'Sie ist aus', 'Den är släckt'],
          }),
        },
      ),
      ask(['code', 'text'], ['Code on the display', 'Code im Display', 'Kod på displayen'], when('lamp', 'red')),
      ask(
        ['in_the_way', 'yes_no'],
        ['Does something stand in its way?', 'Steht etwas im Weg?', 'Står något i vägen?'],
        { required: true },
      ),
      PHOTO,
    ],
  },
  {
    key: 'battery',
    icon: 'battery',
    priority: 'high',
    name: ['Battery or charging', 'Akku oder Laden', 'Batteri eller laddning'],
    description: [
      'It does not charge, or is empty too soon',
      'Er lädt nicht oder ist zu früh leer',
      'Den laddar inte eller tar slut för fort',
    ],
    questions: [
      ask(['charges', 'yes_no'], ['Does it charge?', 'Lädt er?', 'Laddar den?'], { required: true }),
      ask(['level', 'number'], ['Charge shown', 'Angezeigter Stand', 'Visad laddning'], {
        unit: '%',
        ...when('charges', true),
      }),
      SINCE,
    ],
  },
  {
    key: 'noise',
    icon: 'noise',
    priority: 'normal',
    name: ['Strange noise', 'Ungewohntes Geräusch', 'Konstigt ljud'],
    description: [
      'Grinding, knocking or squeaking',
      'Schleifen, Klopfen oder Quietschen',
      'Skrap, knackningar eller gnissel',
    ],
    questions: [
      ask(['kind', 'many_of'], ['What does it sound like?', 'Wie klingt es?', 'Hur låter det?'], {
        required: true,
        options: options({
          grinding: ['Grinding', 'Schleifen', 'Skrap'],
          knocking: ['Knocking', 'Klopfen', 'Knackningar'],
          squeaking: ['Squeaking', 'Quietschen', 'Gnissel'],
        }),
      }),
      SINCE,
    ],
  },
  {
    key: 'leak',
    icon: 'leak',
    priority: 'high',
    name: ['Something leaks', 'Es tritt etwas aus', 'Något läcker'],
    description: ['Oil, water or another liquid', 'Öl, Wasser oder anderes', 'Olja, vatten eller annat'],
    questions: [
      ask(['liquid', 'one_of'], ['What is it?', 'Was ist es?', 'Vad är det?'], {
        required: true,
        options: options({
          oil: ['Oil', 'Öl', 'Olja'],
          water: ['Water', 'Wasser', 'Vatten'],
          unknown: ['I do not know', 'Ich weiß es nicht', 'Jag vet inte'],
        }),
      }),
      ask(['slippery', 'yes_no'], ['Is the floor slippery?', 'Ist der Boden rutschig?', 'Är golvet halt?'], {
        required: true,
      }),
      PHOTO,
    ],
  },
  {
    key: 'damage',
    icon: 'damage',
    priority: 'normal',
    name: ['Visible damage', 'Sichtbarer Schaden', 'Synlig skada'],
    description: ['Bent, broken or missing', 'Verbogen, gebrochen oder weg', 'Böjt, trasigt eller borta'],
    questions: [
      ask(['part', 'text'], ['Which part?', 'Welches Teil?', 'Vilken del?'], { required: true }),
      ask(['usable', 'yes_no'], ['Can it still be used?', 'Ist es noch benutzbar?', 'Går den att använda?'], {
        required: true,
      }),
      PHOTO,
    ],
  },
  {
    key: 'question',
    icon: 'question',
    priority: 'low',
    name: ['A question', 'Eine Frage', 'En fråga'],
    description: [
      'About use, parts or service',
      'Zu Bedienung, Teilen oder Wartung',
      'Om användning, delar eller service',
    ],
    questions: [ask(['answer_by', 'date'], ['Needed by', 'Benötigt bis', 'Behövs senast'])],
  },
];

const contentOf = ({ name, description, questions }: Story): TemplateContent => {
  const [en, de, sv] = name.map((text, index) => ({ name: text, description: description[index] ?? '' }));
  return { texts: { ...(en && { en }), ...(de && { de }), ...(sv && { sv }) }, questions };
};

export interface DemoTemplate {
  template: Partial<CaseTemplate> & { id: string; name: string; priority: CaseTemplate['priority'] };
  version: Partial<CaseTemplateVersion> & { id: string; content: TemplateContent };
}

/** Six forms in three languages. */
export const demoTemplates = (): DemoTemplate[] =>
  STORIES.map((story, index) => {
    const [id, versionId] = [newId(), newId()];
    const createdAt = daysAgo(300 - index);
    const { key, icon, priority } = story;
    return {
      template: { id, key, icon, priority, name: story.name[0], currentVersionId: versionId, createdAt },
      version: { id: versionId, templateId: id, number: 1, content: contentOf(story), createdAt },
    };
  });
