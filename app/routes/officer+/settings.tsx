import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { ClosuresPanel, TargetsPanel } from '#app/components/cases/settings-panels.tsx';
import { FormErrors, PageForm, useFormView } from '#app/components/layout/page-form.tsx';
import { Button, ButtonRow } from '#app/components/ui/button.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { DateField } from '#app/components/ui/date-field.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Select } from '#app/components/ui/select.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { RIGHTS } from '#app/domain/rights/data-subject-right.ts';
import { JURISDICTIONS } from '#app/domain/rules/jurisdiction.ts';
import { useText } from '#app/i18n/react.tsx';
import { ADMINISTERING } from '#app/services/actor.ts';
import { addClosure, readDeskSettings, setWorkTarget } from '#app/services/organisation/desk-settings.ts';
import { readForm } from '#app/web/form.server.ts';
import { calendarDate, textLine } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const whole = z.coerce.number('invalid_number').int('invalid_number').min(1).max(365);
const schema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('closure'),
    calendar: textLine(20),
    day: calendarDate(),
    reason: textLine(200),
  }),
  z.object({
    what: z.literal('target'),
    jurisdiction: z.enum(JURISDICTIONS),
    right: z.enum(RIGHTS),
    calendarDays: whole,
  }),
]);

export const loader = serveStaff(async ({ ctx, staff, t }) => ({
  title: t('officer:settings.title'),
  settings: await readDeskSettings(ctx),
  acting: staff.role === 'administrator',
}));

export const action = serveStaff(ADMINISTERING, async ({ ctx, request }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const { what, ...rest } = form.value;
    if (what === 'closure') await addClosure(ctx, rest as Parameters<typeof addClosure>[1]);
    else await setWorkTarget(ctx, rest as { jurisdiction: 'ROW'; right: 'access'; calendarDays: number });
    return redirect('/officer/settings');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Settings() {
  const t = useText('officer');
  const legal = useText('legal');
  const { title, settings, acting } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const { defaultValue: what, ...whatField } = form.field('what');
  const labels = {
    what: t('settings.what'),
    calendar: t('settings.calendar'),
    day: t('settings.day'),
    reason: t('settings.reason'),
    jurisdiction: t('settings.jurisdiction'),
    right: t('settings.right'),
    calendarDays: t('settings.days'),
  };
  const closureFields = (
    <>
      <Select
        label={labels.calendar}
        placeholder={t('settings.choose')}
        options={settings.calendars.map((value) => ({ value, label: legal(`calendars.${value}`) }))}
        {...form.field('calendar')}
      />
      <DateField legend={labels.day} {...form.date('day')} />
      <TextField label={labels.reason} width={20} {...form.field('reason')} />
    </>
  );
  const targetFields = (
    <>
      <Select
        label={labels.jurisdiction}
        placeholder={t('settings.choose')}
        options={JURISDICTIONS.map((value) => ({ value, label: legal(`jurisdictions.${value}`) }))}
        {...form.field('jurisdiction')}
      />
      <Select
        label={labels.right}
        placeholder={t('settings.choose')}
        options={RIGHTS.map((value) => ({ value, label: legal(`rights.${value}.name`) }))}
        {...form.field('right')}
      />
      <TextField
        label={labels.calendarDays}
        width={4}
        inputMode="numeric"
        dir="ltr"
        {...form.field('calendarDays')}
      />
    </>
  );
  return (
    <>
      <FormErrors form={form} labels={labels} />
      <PageHeading>{title}</PageHeading>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <ClosuresPanel closures={settings.closures} acting={acting} />
        <TargetsPanel targets={settings.targets} acting={acting} />
      </div>
      {acting && (
        <section aria-labelledby="add-heading" className="mt-8 max-w-measure">
          <h2 id="add-heading" className="mb-2 font-bold text-lg">
            {t('settings.add')}
          </h2>
          <PageForm>
            <RadioGroup
              legend={labels.what}
              choices={[
                { value: 'closure', label: t('settings.closure'), detail: closureFields },
                { value: 'target', label: t('settings.target'), detail: targetFields },
              ]}
              defaultValue={what}
              {...whatField}
            />
            <ButtonRow>
              <Button>{t('settings.save')}</Button>
            </ButtonRow>
          </PageForm>
        </section>
      )}
    </>
  );
}
