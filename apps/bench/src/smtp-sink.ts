import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface SmtpSink {
  url: string;
  /** How often each Message-ID arrived. */
  arrived: Map<string, number>;
  stop: () => Promise<void>;
}

const ANSWERS: [RegExp, string][] = [
  [/^EHLO/i, '250-sink\r\n250 8BITMIME'],
  [/^(HELO|MAIL|RCPT|RSET|NOOP)/i, '250 fine'],
  [/^QUIT/i, '221 bye'],
];

/** One connection: lines are commands, or after DATA a message up to the dot. */
function serve(socket: Socket, arrived: Map<string, number>): void {
  let text = '';
  let isData = false;
  const say = (answer: string): boolean => socket.write(`${answer}\r\n`);
  const command = (line: string): void => {
    isData = /^DATA/i.test(line);
    say(isData ? '354 go on' : (ANSWERS.find(([pattern]) => pattern.test(line))?.[1] ?? '502 what'));
    if (/^QUIT/i.test(line)) socket.end();
  };
  const message = (raw: string): void => {
    const id = /^Message-ID: *(\S+)/im.exec(raw)?.[1] ?? '';
    arrived.set(id, (arrived.get(id) ?? 0) + 1);
    isData = false;
    say('250 taken');
  };
  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  socket.on('data', (piece: string) => {
    text += piece;
    for (;;) {
      const end = isData ? '\r\n.\r\n' : '\r\n';
      const at = text.indexOf(end);
      if (at < 0) return;
      const one = text.slice(0, at);
      text = text.slice(at + end.length);
      if (isData) message(one);
      else command(one);
    }
  });
  say('220 sink');
}

/** A mail server on this machine that takes everything and counts. */
export async function startSink(): Promise<SmtpSink> {
  const arrived = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, arrived);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, arrived, stop };
}
