import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { together, transaction } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { type Candidates, CandidatesQueries } from './candidates.js';
import type { NextStep, SignIn } from '../portal/portal.dto.js';
import type { Browser, BrowserSession } from './portal-browser.js';
import { type Proof, SecretProof } from './secret-proof.js';
import { SignInRecord } from './sign-in-record.js';
import { SessionOpener } from './session-opener.js';
import { type Tries, TriesService } from './tries.service.js';

/** So long a session by a temporary password may take to choose another one (D3). */
const TEMPORARY_MINUTES = 10;

/** With one company there is nothing to choose. */
const onlyOf = (contacts: readonly string[]): string | null => (contacts.length === 1 ? (contacts[0] ?? null) : null);

/** What follows a sign-in: the session and the record of it. */
@Injectable()
export class SignInEnd {
  constructor(
    readonly opener: SessionOpener,
    readonly record: SignInRecord,
  ) {}
}

@Injectable()
export class SignInService {
  constructor(
    private readonly db: DataSource,
    private readonly candidates: CandidatesQueries,
    private readonly tries: TriesService,
    private readonly proof: SecretProof,
    private readonly end: SignInEnd,
  ) {}

  /** Spends, then compares, then opens. Whatever does not work answers the same (INV-4, AUT-4). */
  async signIn(typed: SignIn, browser: Browser): Promise<{ session: BrowserSession; next: NextStep }> {
    const who = await this.candidates.find(typed.identifier);
    const tries = await this.tries.spend(who, { ...browser, solved: typed.challenge });
    const proof = await this.compare(typed.secret, who.kind, tries);
    const waitSeconds = Math.max(...tries.each.map(({ spent }) => spent.waitSeconds));
    if (!proof) {
      await this.end.record.failed(this.db, { who, tries: tries.each, ip: browser.ip });
      throw new AppError('sign_in.failed', { waitSeconds });
    }
    const opened = await this.open(proof, { who, tries, browser });
    await this.tries.excuse(tries);
    return opened;
  }

  private open(proof: Proof, { who, tries, browser }: { who: Candidates; tries: Tries; browser: Browser }) {
    const { candidate, spent } = proof.won;
    const { identityId } = candidate;
    const { kind: method } = who;
    return transaction(this.db, async (tx) => {
      await this.proof.use(tx, proof);
      const [opened] = await together(
        this.end.opener.open(tx, {
          identityId,
          contactId: onlyOf(candidate.openContacts),
          method,
          mustChange: proof.mustChange,
          minutes: proof.isTemporary ? TEMPORARY_MINUTES : undefined,
          isTemporary: proof.isTemporary,
          browser,
        }),
        this.end.record.succeeded(tx, { identityId, method, triesBefore: spent.used - 1, ip: browser.ip }),
        this.tries.settle(tx, proof.won, tries),
      );
      return opened;
    });
  }

  private async compare(secret: string, kind: 'password' | 'pin', tries: Tries): Promise<Proof | undefined> {
    try {
      return await this.proof.find(secret, kind, tries.each);
    } catch (error) {
      if (error instanceof AppError && error.code === 'sign_in.busy') await this.tries.refund(tries);
      throw error;
    }
  }
}
