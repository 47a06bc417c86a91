import { Injectable } from '@nestjs/common';
import type { Fix } from './fixes.js';
import type { Looking } from './looking.js';

export const CHECK_GROUPS = [
  'person',
  'email',
  'phone',
  'invitation',
  'secrets',
  'locks',
  'rights',
  'deployments',
  'delivery',
] as const;
export type CheckGroup = (typeof CHECK_GROUPS)[number];

/** absent: there is nothing to look at, and nothing is missed. */
export const CHECK_STATES = ['green', 'amber', 'red', 'absent'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export const WAYS = ['password', 'pin'] as const;
export type Way = (typeof WAYS)[number];

/** What a check found. `cause` has a text in the admin app, and a sentence to read out when it is red or amber. */
export interface Finding {
  state: CheckState;
  cause: string;
  /** Keeps the person out: altogether, or by one way. */
  blocks?: 'all' | Way;
  facts?: Record<string, string>;
  fix?: Fix;
}

/** A sentence for each cause that has one, with {facts} in braces. */
export type ReadOut = Readonly<Record<string, string>>;

export interface AccessCheck {
  key: string;
  group: CheckGroup;
  look: (looking: Looking) => Finding | Promise<Finding>;
}

/** Every condition for getting in, registered by the feature that owns it (S4.10, S2.23). */
@Injectable()
export class AccessChecks {
  private readonly checks: AccessCheck[] = [];
  private readonly sentences = new Map<string, ReadOut>();

  /** For onModuleInit. In each group they stand in the order they were registered. */
  register(...checks: AccessCheck[]): void {
    this.checks.push(...checks);
  }

  /** Sentences that staff read out, in one language, by cause. */
  speak(language: string, sentences: ReadOut): void {
    this.sentences.set(language, { ...this.sentences.get(language), ...sentences });
  }

  all(): readonly AccessCheck[] {
    return CHECK_GROUPS.flatMap((group) => this.checks.filter((check) => check.group === group));
  }

  /** In the customer's language, else in English; null where there is nothing to say. */
  sentence(language: string, cause: string, facts: Record<string, string>): string | null {
    const said = this.sentences.get(language.slice(0, 2))?.[cause] ?? this.sentences.get('en')?.[cause];
    return said?.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '') ?? null;
  }
}

export const green = (cause: string, facts?: Record<string, string>): Finding => ({
  state: 'green',
  cause,
  ...(facts ? { facts } : {}),
});
export const absent = (cause: string): Finding => ({ state: 'absent', cause });
