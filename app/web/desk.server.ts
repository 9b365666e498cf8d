import { data, redirect } from '@remix-run/node';
import type { LifecycleEvent } from '#app/domain/lifecycle/transitions.ts';
import { casePath } from '#app/domain/requests/case-path.ts';
import type { FormState } from '#app/i18n/form-state.ts';
import { FULFILLING, requireStaff } from '#app/services/actor.ts';
import { type CaseView, readCase } from '#app/services/cases/read-case.ts';
import type { ItemView } from '#app/services/cases/read-case-items.ts';
import { Conflict, NotFound } from '#app/services/errors.ts';
import { refusalOf } from './errors.server.ts';
import type { FormReply, ReadForm } from './form.server.ts';
import { type StaffContext, serveStaff } from './guards.server.ts';

/** The case that an address names, for a page that changes it. @throws Forbidden for an auditor, NotFound */
export function caseToChange({ ctx, params }: StaffContext): Promise<CaseView> {
  requireStaff(ctx.actor, ...FULFILLING);
  return readCase(ctx, params.reference ?? '');
}

/**
 * The item that an address names. @param event what the page is for; a page for what the table does not allow now is
 * not shown. @throws NotFound; Conflict `event_refused`
 */
export function itemToChange(found: CaseView, itemId: string | undefined, event?: LifecycleEvent): ItemView {
  const item = found.items.find(({ id }) => id === itemId);
  if (!item) throw new NotFound('item');
  if (event && !item.events.includes(event))
    throw new Conflict('event_refused', { event, status: item.status });
  return item;
}

/** Back to the case, which tells what was done. */
export function backToCase(reference: string | undefined, done: string) {
  return redirect(`${casePath(reference ?? '')}?done=${done}`);
}

/** The page again with a notice to read before it is sent. */
export type NoticeReply = ReturnType<typeof noticeReply>;

function noticeReply(form: FormState, notice: string) {
  return data({ form, notice }, { status: 200 });
}

/**
 * Shows a notice before it is sent, and sends it only as it was shown: when the facts moved meanwhile, the new notice
 * is shown with a word about it.
 */
export async function previewThenSend(
  form: ReadForm<unknown>,
  sending: {
    previewed: string | undefined;
    preview: () => Promise<string>;
    send: (previewed: string) => Promise<Response>;
  },
): Promise<FormReply | NoticeReply | Response> {
  const typed = form.refuse({}).data.form;
  return form.attempt(async () => {
    const { previewed } = sending;
    if (!previewed) return noticeReply(typed, await sending.preview());
    try {
      return await sending.send(previewed);
    } catch (error) {
      if (refusalOf(error)?.code !== 'notice_changed') throw error;
      return noticeReply({ ...typed, errors: { '': [{ code: 'notice_changed' }] } }, await sending.preview());
    }
  });
}

/** For the loader of an address that only takes a button's word: opening it does nothing and shows the case. */
export function showCase({ params }: StaffContext): Response {
  return redirect(casePath(params.reference ?? ''));
}

/**
 * The action behind a button of the case page that asks nothing. A refusal that comes from a stale page goes back to the
 * case, which says what is wrong.
 */
export function serveCaseAction(work: (context: StaffContext) => Promise<Response>) {
  return serveStaff(FULFILLING, async (context) => {
    try {
      return await work(context);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.kind !== 'Conflict') throw error;
      return redirect(
        `${casePath(context.params.reference ?? '')}?refused=${encodeURIComponent(refusal.code)}`,
      );
    }
  });
}
