import { openFile } from '#app/services/cases/open-file.ts';
import { attachmentResponse } from '#app/web/desk-download.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

/** A file that came with the request; always saved, never shown: what a stranger sent does not run here. */
export const loader = serveStaff(async ({ ctx, params }) => {
  const { reference = '', file = '' } = params;
  return attachmentResponse(await openFile(ctx, { reference, fileId: file }));
});
