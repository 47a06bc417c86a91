import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { transaction } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { CandidatesQueries } from './candidates.js';
import type { NextStep, SignIn } from '../portal/portal.dto.js';
import type { Browser, BrowserSession } from './portal-browser.js';
import { type Proof, SecretProof } from './secret-proof.js';
import { SignInRecord } from './sign-in-record.js';
import { SessionOpener } from './session-opener.js';
import { type Tries, TriesService } from './tries.service.js';

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
    const tries = await this.tries.spend(who, browser);
    const proof = await this.compare(typed.secret, who.kind, tries);
    const waitSeconds = Math.max(...tries.each.map(({ spent }) => spent.waitSeconds));
    if (!proof) {
      await this.end.record.failed(this.db, { who, tries: tries.each, ip: browser.ip });
      throw new AppError('sign_in.failed', { waitSeconds });
    }
    return transaction(this.db, async (tx) => {
      await this.proof.use(tx, proof);
      const { identityId } = proof.won.candidate;
      const opened = await this.end.opener.open(tx, {
        identityId,
        method: who.kind,
        mustChange: proof.mustChange,
        browser,
      });
      await this.end.record.succeeded(tx, {
        identityId,
        method: who.kind,
        triesBefore: proof.won.spent.used - 1,
        ip: browser.ip,
      });
      // Last: everybody behind one address shares its row, which stays locked from here to the end.
      await this.tries.settle(tx, proof.won, tries);
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
