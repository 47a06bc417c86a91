import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveStream, parseEvent, retryDelay, type LiveEvent, type Source } from './live-stream';

/** Stands in for the browser's EventSource. */
class Wire extends EventTarget implements Source {
  readyState = 0;
  close = (): void => {
    this.readyState = 2;
  };
  answer(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  say(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  break(readyState: number): void {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
}

const wires: Wire[] = [];
let look: { show: () => void; hide: () => void };
const start = () =>
  new LiveStream(
    () => {
      const wire = new Wire();
      wires.push(wire);
      return wire;
    },
    (show, hide) => {
      look = { show, hide };
      return () => undefined;
    },
  );

beforeEach(() => {
  vi.useFakeTimers();
  wires.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('LiveStream', () => {
  it('opens one connection for all listeners and closes it with the last', () => {
    const stream = start();
    const heard: LiveEvent[] = [];
    const leave = [stream.subscribe((event) => heard.push(event)), stream.subscribe(() => undefined)];
    wires[0]?.say('{"type":"case.changed","id":"1"}');
    expect([wires.length, heard]).toEqual([1, [{ type: 'case.changed', id: '1' }]]);
    for (const end of leave) end();
    expect(wires[0]?.readyState).toBe(2);
  });

  it('comes back after a refusal, later each time, and asks to fetch what was missed', () => {
    const heard: LiveEvent[] = [];
    start().subscribe((event) => heard.push(event));
    wires[0]?.answer();
    wires[0]?.break(2);
    vi.advanceTimersByTime(1_000);
    wires[1]?.break(2);
    vi.advanceTimersByTime(999);
    expect(wires.length).toBe(2);
    vi.advanceTimersByTime(1_001);
    wires[2]?.answer();
    expect([wires.length, heard]).toEqual([3, [{ type: 'refused' }, { type: 'refused' }, { type: 'resync' }]]);
  });

  it('leaves a broken connection to the browser', () => {
    start().subscribe(() => undefined);
    wires[0]?.break(0);
    vi.advanceTimersByTime(120_000);
    expect(wires.length).toBe(1);
  });

  it('gives its connection back while nobody looks at the tab', () => {
    const heard: LiveEvent[] = [];
    start().subscribe((event) => heard.push(event));
    wires[0]?.answer();
    look.hide();
    expect(wires[0]?.readyState).toBe(2);
    look.show();
    wires[1]?.answer();
    expect(heard).toEqual([{ type: 'resync' }]);
  });
});

describe('parseEvent', () => {
  it('leaves out what is no event', () => {
    expect([parseEvent('no json'), parseEvent('null'), parseEvent('{"id":"1"}')]).toEqual([null, null, null]);
  });
});

describe('retryDelay', () => {
  it('doubles up to a minute', () => {
    expect([0, 1, 2, 10].map((attempt) => retryDelay(attempt, 0))).toEqual([1_000, 2_000, 4_000, 60_000]);
    expect(retryDelay(0, 1)).toBe(500);
  });
});
