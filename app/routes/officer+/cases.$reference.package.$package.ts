import { openPackageStream } from '#app/services/disclosure/open-package-stream.ts';
import { attachmentResponse } from '#app/web/desk-download.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

/** The package as the data subject gets it, for whoever answers for it. */
export const loader = serveStaff(async ({ ctx, params }) => {
  const { stream, bytes, fileName } = await openPackageStream(ctx, { packageId: params.package ?? '' });
  return attachmentResponse({ stream, bytes, name: fileName });
});
