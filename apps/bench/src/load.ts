import autocannon from 'autocannon';
import { cpuOf, type Server } from './server-process.js';

export interface Call {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
  headers: Record<string, string>;
}

export interface Scenario {
  name: string;
  connections: number;
  /** The next call; called for every request. */
  next(): Call;
}

export interface Measured {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  /** CPU milliseconds of the server for one request; the figure that other load disturbs least. */
  cpu: number;
  failures: number;
}

/** Calls a server for some seconds over kept connections. */
export async function measure(server: Server, scenario: Scenario, seconds: number): Promise<Measured> {
  const before = cpuOf(server.pid);
  const result = await autocannon({
    url: server.url,
    connections: scenario.connections,
    duration: seconds,
    requests: [
      {
        setupRequest: (request) => {
          const call = scenario.next();
          return {
            ...request,
            method: call.method,
            path: call.path,
            headers: call.headers,
            ...(call.body === undefined ? {} : { body: call.body }),
          };
        },
      },
    ],
  });
  const total = result.requests.total;
  return {
    requestsPerSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpu: total === 0 ? 0 : (cpuOf(server.pid) - before) / total,
    failures: result.non2xx + result.errors,
  };
}
