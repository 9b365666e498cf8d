import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** What the server does with the next mail. `hang` reads it and answers nothing; `drop` reads it and hangs up. */
export type Answer = 'accept' | 'refuse' | 'later' | 'drop' | 'hang';

export interface TestSmtp {
  readonly url: string;
  /** Raw mails that were read whole, also those that were not accepted, in order. */
  readonly read: string[];
  /** Raw mails that got a 250. */
  readonly accepted: string[];
  /** Answers for the next mails, first one first; after the last, every mail is accepted. */
  answer(...answers: Answer[]): void;
  close(): Promise<void>;
}

/** A real SMTP server on a free port that can be told to misbehave. */
export async function testSmtp(): Promise<TestSmtp> {
  const answers: Answer[] = [];
  const read: string[] = [];
  const accepted: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      void text(stream).then((raw) => {
        const answer = answers.shift() ?? 'accept';
        read.push(raw);
        if (answer === 'accept') {
          accepted.push(raw);
          done();
        }
        if (answer === 'refuse')
          done(Object.assign(new Error('no <ada@example.org> here'), { responseCode: 550 }));
        if (answer === 'later') done(Object.assign(new Error('try later'), { responseCode: 451 }));
        if (answer === 'drop') hangUp(server, session.id);
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    read,
    accepted,
    answer: (...next) => void answers.push(...next),
    close: () => {
      for (const connection of server.connections as Set<Connection>) connection._socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Connection {
  id: string;
  _socket: { destroy(): void };
}

function hangUp(server: SMTPServer, id: string): void {
  for (const connection of server.connections as Set<Connection>) {
    if (connection.id === id) connection._socket.destroy();
  }
}
