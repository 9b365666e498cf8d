import { redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { CodePage } from '#app/components/requests/code-entry-pages.tsx';
import { useText } from '#app/i18n/react.tsx';
import { closeSubjectSession } from '#app/services/identity/subject-sessions.ts';
import { openTrackedRequest } from '#app/services/identity/track-request.ts';
import { serveCodePage, serveEntering } from '#app/web/code-entry.server.ts';
import { subjectCookie } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { trackingCookie } from '#app/web/tracking.server.ts';

export const loader = serveCodePage(trackingCookie, '/track');

export const action = serveEntering(trackingCookie, '/track?expired=1', async (context, input) => {
  const opened = await openTrackedRequest(context.ctx, input);
  if (!opened?.ok) return opened && false;
  const earlier = subjectCookie.read(context);
  if (earlier) await closeSubjectSession(context.ctx, earlier);
  const headers = new Headers({ 'Set-Cookie': subjectCookie.write(context, opened.session.token) });
  headers.append('Set-Cookie', trackingCookie.clear(context));
  return redirect('/track/case', { headers });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function TrackCode() {
  const t = useText('portal');
  return (
    <CodePage form={useActionData<typeof action>()?.form} back="/track">
      <p className="mt-6">
        <a href="/track">{t('track.codeOther')}</a>
      </p>
    </CodePage>
  );
}
