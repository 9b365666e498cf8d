import { and, eq } from 'drizzle-orm';
import { agentConfirmations } from '#db/schema/index.ts';
import type { Change } from '../change.ts';

/** Whether the data subject said that the agent of a request does not speak for them. */
export async function isAgentDenied(tx: Pick<Change, 'db'>, requestId: string): Promise<boolean> {
  const denied = await tx.db.$count(
    agentConfirmations,
    and(eq(agentConfirmations.requestId, requestId), eq(agentConfirmations.confirmed, false)),
  );
  return denied > 0;
}
