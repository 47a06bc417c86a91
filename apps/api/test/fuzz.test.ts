import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument } from '../src/openapi.js';
import { type TestApp, useApp } from './app.js';
import type { Answer } from './answer.js';
import type { Client } from './client.js';
import { signedInContact } from './conventions/actors.js';
import { type Check, checker } from './conventions/contract-check.js';
import { type Found, KnownThings } from './conventions/known-things.js';
import {
  type GeneratedRequest,
  makingFrom,
  operationsOf,
  requestsOf,
  toWire,
  type Wire,
} from './conventions/operations.js';
import { signedInStaff } from './staff.js';

const SEED = 20_260_101;
/** More rounds look further: FUZZ_ROUNDS=400. Not a matter of time: a slow machine sends the same requests. */
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 6);

/** Left out: streams that never end. */
const ENDLESS = /\/events$/;

type Side = 'portal' | 'office';
const sideOf = (path: string): Side => (path.startsWith('/api/v1/portal/') ? 'portal' : 'office');

/** An owner and a contact with every right; whoever loses the session is followed by somebody new. */
class People {
  private readonly clients: Partial<Record<Side, Client>> = {};

  constructor(private readonly test: TestApp) {}

  async at(side: Side): Promise<Client> {
    const open =
      side === 'portal' ? () => signedInContact(this.test, { choose: true }) : () => signedInStaff(this.test, 'owner');
    return (this.clients[side] ??= (await open()).client);
  }

  async send({ operation }: GeneratedRequest, wire: Wire): Promise<Answer> {
    const side = sideOf(operation.path);
    const client = await this.at(side);
    const answer = await client.send({ method: operation.method, ...wire });
    if (answer.status === 401 || client.cookies.size === 0) delete this.clients[side];
    return answer;
  }
}

/** Something to find from the first round on. */
async function plant(owner: Client): Promise<void> {
  const customer = (await owner.post('/customers', { name: 'Nordic AB' })).body as { id: string };
  for (const firstName of ['Eva', 'Karl', 'Ana'])
    await owner.post('/contacts', { customerId: customer.id, firstName, email: `${firstName}@nordic.example` });
  await owner.post(
    '/cases',
    { customerId: customer.id, subject: 'Leak', body: 'Since noon' },
    { 'idempotency-key': 'first' },
  );
}

const requested = (wire: Wire): string =>
  `${wire.path} ${JSON.stringify(wire.headers)} ${(wire.body instanceof Uint8Array ? `${wire.body.length} bytes` : String(wire.body)).slice(0, 600)}`;

const shown = (wire: Wire, answer: Answer): string =>
  `${requested(wire)} -> ${JSON.stringify(answer.body).slice(0, 400)}`;

class Fuzz {
  readonly known = new KnownThings();
  readonly wrong: Record<string, string> = {};
  readonly succeeded = new Set<string>();
  requests = 0;
  private last = '';

  constructor(
    private readonly people: People,
    private readonly check: Check,
  ) {}

  async one(request: GeneratedRequest): Promise<void> {
    const wire = toWire(request, this.known);
    this.requests += 1;
    const answer = await this.people.send(request, wire).catch((cause: unknown) => cause as Error);
    const before = this.last;
    this.last = requested(wire);
    if (answer instanceof Error) {
      // The request before may have left the connection unusable.
      const cause = answer.cause instanceof Error ? answer.cause.message : answer.message;
      this.wrong[`${request.operation.id}: no answer, ${cause}`] = `${requested(wire)}, after ${before}`;
      return;
    }
    if (answer.status < 300) {
      this.succeeded.add(request.operation.id);
      this.known.learn(wire.path, answer.body as Found);
    }
    const problem = this.check(request.operation, answer);
    if (problem) this.wrong[`${request.operation.id} ${answer.status}: ${problem}`] = shown(wire, answer);
  }
}

/** In turn, one of each operation a round. Deleting is rare, or little would be left to read and change. */
function* inTurn(samples: GeneratedRequest[][]): Generator<GeneratedRequest> {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const sample of samples) {
      const request = sample[round];
      if (request && (request.operation.method !== 'DELETE' || round % 6 === 5)) yield request;
    }
  }
}

describe('fuzzing the contract', () => {
  const test = useApp();

  it(
    'finds no server error, no undeclared status and no body that breaks its schema (G21, INP-2)',
    async () => {
      const document = await createDocument();
      const operations = operationsOf(document).filter((operation) => !ENDLESS.test(operation.path));
      const samples = operations.map((operation, index) =>
        fc.sample(requestsOf(operation, makingFrom(document, 3)), { seed: SEED + index, numRuns: ROUNDS }),
      );
      // Not before: making the samples holds up the loop for so long that the server lets go of idle connections.
      const people = new People(test);
      await plant(await people.at('office'));
      const fuzz = new Fuzz(people, checker(document));
      for (const request of inTurn(samples)) await fuzz.one(request);
      console.info(
        `fuzz: ${fuzz.requests} requests, ${fuzz.succeeded.size} of ${operations.length} operations succeeded at least once`,
      );
      expect(fuzz.wrong).toEqual({});
      // A fuzzer whose requests are all refused proves nothing.
      expect(fuzz.succeeded.size).toBeGreaterThan(operations.length / 3);
    },
    ROUNDS * 50_000,
  );
});
