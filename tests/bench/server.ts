import { rmSync } from 'node:fs';
import { joinEmbeddedServer } from '#db/embedded/embedded-server.ts';
import { migrate } from '#db/migrate.ts';
import { makeFolder } from '#tests/support/folder.ts';

export interface BenchServer {
  readonly appUrl: string;
  readonly ownerUrl: string;
  url(role: Parameters<Awaited<ReturnType<typeof joinEmbeddedServer>>['url']>[0]): string;
  close(): Promise<void>;
}

/** A PostgreSQL of the benchmark's own with durable commits, as in service: figures without them would flatter. */
export async function benchServer(): Promise<BenchServer> {
  const folder = makeFolder('disk');
  const server = await joinEmbeddedServer(folder, { durable: true });
  const [appUrl, ownerUrl] = [server.url('habeas_app'), server.url('habeas_owner')];
  await migrate({ ownerUrl, appUrl });
  return {
    appUrl,
    ownerUrl,
    url: (role) => server.url(role),
    async close() {
      await server.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
