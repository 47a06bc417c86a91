import { Injectable } from '@nestjs/common';
import type { Challenge } from '../../budgets/challenge.dto.js';
import { sameText } from '../../config/keys.js';
import { AppError } from '../../http/app-error.js';
import { PortalPinStore } from '../portal/portal-pin-store.js';
import type { OpenVisit, VisitOpened } from './visit.dto.js';
import { type SpentKeys, VisitAdmission } from './visit-admission.js';
import type { Browser, VisitSession } from './visit-browser.js';
import { VisitBudgets } from './visit-budgets.js';
import { type Lookup, type Target, VisitLookup } from './visit-lookup.js';
import { VisitRefusals } from './visit-refusals.js';
import type { OwnKeys } from './visit-rules.js';

export interface OpenedVisit {
  view: VisitOpened;
  session: VisitSession;
}

interface Spending {
  isAllowed: boolean;
  waitSeconds: number;
  counted: number;
  keys: SpentKeys;
}

type KnownTarget = Target & { knownId: string };
const isKnown = (target: Target | undefined): target is KnownTarget => typeof target?.knownId === 'string';

/** Hashes of no PIN: what is compared where there is nothing to compare with. */
const NO_DEPLOYMENT = '00000000-0000-0000-0000-000000000000';
const NO_HASH = 'x'.repeat(43);

/** Looks up, spends, compares, and opens or refuses: the same steps whether or not there is such a label (D4.7). */
@Injectable()
export class VisitOpeningService {
  constructor(
    private readonly lookup: VisitLookup,
    private readonly budgets: VisitBudgets,
    private readonly pins: PortalPinStore,
    private readonly admission: VisitAdmission,
    private readonly refusals: VisitRefusals,
  ) {}

  /** Throws visit.refused, whatever it was that failed; visit.challenge_required where the address has to do some work first. */
  async open(typed: OpenVisit, browser: Browser): Promise<OpenedVisit> {
    const own = this.budgets.ownKeys(typed.label, browser);
    const found = await this.lookup.find(typed, browser, own);
    if (typed.pin === undefined) return this.goOn(found);
    const spent = await this.spend(typed, found, own);
    const target = spent.isAllowed ? found.target : undefined;
    const pinVersion = this.rightVersion(target, typed.pin);
    if (!target || pinVersion === undefined) throw await this.refusals.refuse({ target, own, browser, ...spent });
    // What was mistyped is taken back by the PIN in use only: the old one would pay for guesses at the new one.
    const keys = pinVersion === target.pinVersion ? spent.keys : { ...spent.keys, typos: null };
    const session = await this.admission.admit(target, { pinVersion, spent: keys }, browser);
    return { view: viewOf(target, session), session };
  }

  /** Work to be done before a PIN is tried, where this address has tried too many wrong ones. */
  async challengeFor(ip: string): Promise<Challenge | null> {
    return (await this.budgets.isAddressSpent(ip)) ? this.refusals.newChallenge() : null;
  }

  /** Without a PIN only a browser is let in that visits this deployment already. Nothing is guessed, so nothing is spent. */
  private async goOn({ target, waitSeconds }: Lookup): Promise<OpenedVisit> {
    const session = target?.visitId ? await this.admission.move(target.visitId, target) : undefined;
    if (!target || !session) throw new AppError('visit.refused', { waitSeconds });
    return { view: viewOf(target, session), session };
  }

  private async spend(typed: OpenVisit, found: Lookup, own: OwnKeys): Promise<Spending> {
    const { target } = found;
    if (isKnown(target) && this.isKnownBy(target, typed.pin ?? '')) {
      const { allowed, waitSeconds } = await this.budgets.spendKnown(target);
      const keys = { address: null, typos: null, hour: null, day: null, portal: null };
      return {
        isAllowed: allowed,
        waitSeconds,
        counted: 0,
        keys: { ...keys, browser: this.budgets.knownKey(target) },
      };
    }
    const isProven = found.isAddressSpent && (await this.refusals.isProven(typed.challenge));
    if (found.isAddressSpent && !isProven) throw await this.refusals.challenge();
    const shared = this.budgets.sharedKeys(typed.label, target);
    const spent = await this.budgets.spend(own, shared, { isProven, isDecoy: !target });
    if (!spent.isAddressOpen) throw await this.refusals.challenge();
    return { ...spent, keys: { ...own, ...shared, address: isProven ? null : own.address } };
  }

  /** Who only gave the PIN before this one has no guesses of its own at this one: the old one is many people's by now. */
  private isKnownBy(target: KnownTarget, pin: string): boolean {
    return target.knownVersion === target.pinVersion || this.rightVersion(target, pin) === target.knownVersion;
  }

  /** The version of the PIN that was typed; undefined when it is none of those that work. Without a target as much is compared, with nothing. */
  private rightVersion(target: Target | undefined, pin: string): number | undefined {
    const hash = this.pins.hash(target?.deploymentId ?? NO_DEPLOYMENT, pin);
    const [isNew, isOld] = [sameText(hash, target?.pinHash ?? NO_HASH), sameText(hash, target?.oldPinHash ?? NO_HASH)];
    if (!target) return undefined;
    return isNew ? target.pinVersion : isOld ? target.pinVersion - 1 : undefined;
  }
}

const viewOf = (target: Target, { expiresAt }: VisitSession): VisitOpened => ({
  device: { name: target.deviceName, model: target.model, position: target.position, hasPhoto: target.hasPhoto },
  deployment: { name: target.deploymentName },
  expiresAt,
});
