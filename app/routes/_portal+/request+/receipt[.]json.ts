import { signReceipt } from '#app/services/requests/sign-receipt.ts';
import { serveSubject } from '#app/web/guards.server.ts';

/** The signed receipt of the request that this browser proved. */
export const loader = serveSubject(async ({ ctx, session }) => {
  const signed = await signReceipt(ctx, session.requestId);
  return new Response(`${JSON.stringify(signed, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="receipt.json"',
      'Cache-Control': 'no-store',
    },
  });
});
