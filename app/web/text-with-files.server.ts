import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { freshForm } from '#app/i18n/form-state.ts';
import type { Ctx } from '#app/services/context.ts';
import { ANSWER_LENGTH } from '#app/services/requests/answer-question.ts';
import { ACCEPTED_EXTENSIONS, ACCEPTED_NAMES } from '#app/services/requests/attachment-types.ts';
import { FILES_LIMIT, MOST_FILES, type UploadedFile } from '#app/services/requests/store-attachments.ts';
import { readForm } from './form.server.ts';
import { textBlock } from './form-fields.ts';
import type { SubjectContext } from './guards.server.ts';
import { forgetUnsent, ownerMark, serveSubjectText, unsentText } from './unsent.server.ts';
import { chosenFiles, fileErrors } from './uploads.server.ts';

const schema = z.object({ body: textBlock(ANSWER_LENGTH) });

/** What the page needs: the text that was kept when a visit ended before it was sent, and which files are taken. */
export async function textWithFiles(context: SubjectContext) {
  return {
    initial: freshForm({ body: await unsentText(context) }),
    mark: ownerMark(context),
    accept: ACCEPTED_EXTENSIONS,
    limits: { count: MOST_FILES, size: FILES_LIMIT, kinds: ACCEPTED_NAMES },
  };
}

/** What the data subject sends: a text, and where it comes from. */
interface Sent {
  readonly requestId: string;
  readonly body: string;
  readonly locale: string;
  readonly network: string;
}

/**
 * The action of a page on which the data subject writes a text (`body`) and adds files (`files`). What is wrong with a
 * file stands beside its field.
 * @param done the word by which the case page says that it arrived
 */
export function serveTextWithFiles(
  done: string,
  send: (ctx: Ctx, sent: Sent, files: readonly UploadedFile[]) => Promise<unknown>,
) {
  return serveSubjectText(async (context) => {
    const { ctx, session, request, locale, network } = context;
    const files = await chosenFiles(request, 'files');
    const form = await readForm(request, schema);
    if (!form.ok) return form.reply;
    const { requestId } = session;
    try {
      await send(ctx, { requestId, body: form.value.body, locale, network }, files);
    } catch (error) {
      const refused = fileErrors(error, ACCEPTED_NAMES);
      return refused ? form.refuse({ files: refused }) : form.attempt(() => Promise.reject(error));
    }
    return redirect(`/track/case?done=${done}`, { headers: await forgetUnsent(context) });
  });
}
