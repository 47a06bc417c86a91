import fc from 'fast-check';

/** The part of JSON Schema 2020-12 that the contract uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  default?: unknown;
}

/** Stands for the id of something that exists, with the name of the property that asks; replaced when the request is sent. */
export const KNOWN_ID = /@known-id:(\w*)@/g;

export interface Making {
  find: (ref: string) => Schema;
  /** How many of a hundred values break their schema on purpose. */
  broken: number;
  /** The property whose value is made. */
  property?: string;
}

const ODD = fc.constantFrom<unknown>(
  null,
  '',
  0,
  -1,
  1e21,
  true,
  [],
  {},
  'a\u0000b',
  '\ud800',
  '%',
  "' OR 1=1 --",
  '🦊',
  'x'.repeat(2_000),
  [[[]]],
  { id: 1 },
);

const FORMATS: Record<string, fc.Arbitrary<string>> = {
  email: fc.nat(99).map((number) => `fuzz${number}@example.org`),
  uri: fc.webUrl(),
  'date-time': fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  date: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
};

/** What the schema leaves to the server to judge: good values, so that requests get further than the first check. */
const BY_NAME: Record<string, fc.Arbitrary<string>> = {
  email: FORMATS.email ?? fc.constant(''),
  number: fc.nat(999).map((number) => `+4670123${String(number).padStart(4, '0')}`),
  language: fc.constantFrom('en', 'de', 'sv'),
};

function ofString(schema: Schema, { property = '' }: Making): fc.Arbitrary<unknown> {
  const named = BY_NAME[property];
  if (named && !schema.format) return named;
  if (schema.format === 'uuid')
    return fc.oneof(
      { arbitrary: fc.constant(`@known-id:${property}@`), weight: 9 },
      { arbitrary: fc.uuid({ version: 7 }), weight: 1 },
    );
  const format = schema.format && FORMATS[schema.format];
  if (format) return format;
  const { minLength = 0, maxLength = 60 } = schema;
  const free = fc.oneof(
    fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40) }),
    fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 20), unit: 'grapheme' }),
  );
  if (!schema.pattern) return free;
  try {
    return fc.stringMatching(new RegExp(schema.pattern, 'u'), { maxLength: Math.min(maxLength, 200) });
  } catch {
    // Look-around is beyond stringMatching: such a field gets free text.
    return free;
  }
}

function ofObject(schema: Schema, making: Making): fc.Arbitrary<unknown> {
  const parts = Object.entries(schema.properties ?? {}).map(
    ([name, part]) => [name, valueOf(part, { ...making, property: name })] as const,
  );
  const named = fc.record(Object.fromEntries(parts), {
    requiredKeys: (schema.required ?? []).filter((name) => name in (schema.properties ?? {})),
  });
  const extra = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  if (!extra) return named;
  const key = schema.propertyNames
    ? (valueOf(schema.propertyNames, { ...making, broken: 0 }) as fc.Arbitrary<string>)
    : fc.string({ maxLength: 20 });
  return fc
    .tuple(named, fc.dictionary(key, valueOf(extra, making), { maxKeys: 3 }))
    .map(([fixed, more]) => ({ ...more, ...fixed }));
}

function ofArray({ items = {}, minItems = 0, maxItems = 3 }: Schema, making: Making): fc.Arbitrary<unknown> {
  // Files of the right case are too rare to be met by chance.
  if (making.property === 'fileIds') return fc.constant([]);
  return fc.array(valueOf(items, making), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) });
}

const ofNumber = ({ minimum = -5, maximum = 1_000 }: Schema): fc.Arbitrary<number> =>
  fc.integer({ min: minimum, max: maximum });

type OfType = (schema: Schema, making: Making) => fc.Arbitrary<unknown>;

const BY_TYPE: Record<string, OfType> = {
  string: ofString,
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: ofNumber,
  number: ofNumber,
  array: ofArray,
  object: ofObject,
};

function valid(schema: Schema, making: Making): fc.Arbitrary<unknown> {
  if (schema.$ref) return valueOf(making.find(schema.$ref), making);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf?.slice(0, 1);
  if (choice) return fc.oneof(...choice.map((part) => valueOf(part, making)));
  const types = [schema.type ?? 'string'].flat();
  return fc.oneof(...types.map((type) => (BY_TYPE[type] ?? ofObject)(schema, making)));
}

/** Values of a schema, with some that break it. */
export function valueOf(schema: Schema, making: Making): fc.Arbitrary<unknown> {
  if (making.broken === 0) return valid(schema, making);
  return fc.oneof(
    { arbitrary: valid(schema, making), weight: 100 - making.broken },
    { arbitrary: ODD, weight: making.broken },
  );
}
