import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CheckboxGroup } from '#app/components/ui/choice-group.tsx';
import { DateField } from '#app/components/ui/date-field.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Table } from '#app/components/ui/table.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { type UiText, UiTextProvider } from '#app/components/ui/ui-text.tsx';

const names = [
  'error',
  'optional',
  'back',
  'copy',
  'copied',
  'previous',
  'next',
  'errorSummary',
  'day',
  'month',
  'year',
];
const text = Object.fromEntries(names.map((name) => [name, `«${name}»`])) as unknown as UiText;

function html(node: React.ReactNode): string {
  return renderToStaticMarkup(<UiTextProvider text={text}>{node}</UiTextProvider>);
}

/** The elements with a given id. */
function withId(markup: string, id: string): string[] {
  return markup.match(new RegExp(`<\\w+[^>]* id="${id}"[^>]*>`, 'g')) ?? [];
}

describe('a field', () => {
  const wrong = html(
    <TextField name="email" label="E-mail" hint="As on file" error="Fill in" defaultValue="a<b" />,
  );

  test('is tied to its label, its hint and its error', () => {
    expect(wrong).toContain('<label for="email"');
    const [control = ''] = withId(wrong, 'email');
    expect(control).toContain('aria-describedby="email-hint email-error"');
    expect(control).toContain('aria-invalid="true"');
    expect(withId(wrong, 'email-hint')).toHaveLength(1);
    expect(withId(wrong, 'email-error')).toHaveLength(1);
  });

  test('keeps what was typed, escaped', () => {
    expect(wrong).toContain('value="a&lt;b"');
  });

  test('says nothing of errors while there is none', () => {
    const fine = html(<TextField name="email" label="E-mail" />);
    expect(fine).not.toMatch(/aria-invalid|aria-describedby|«error»/);
  });
});

describe('a group of boxes', () => {
  const choices = ['access', 'erasure'].map((value) => ({ value, label: value }));
  const markup = html(
    <CheckboxGroup
      name="rights"
      legend="Rights"
      error="Choose"
      choices={choices}
      defaultValues={['erasure']}
    />,
  );

  test('takes the link of the error summary at its first box', () => {
    expect(withId(markup, 'rights')).toHaveLength(1);
    expect(withId(markup, 'rights')[0]).toContain('value="access"');
  });

  test('keeps what was ticked', () => {
    expect(markup).toMatch(
      /<input[^>]*checked=""[^>]*value="erasure"|<input[^>]*value="erasure"[^>]*checked=""/,
    );
    expect(markup.match(/checked=""/g)).toHaveLength(1);
  });
});

test('a date has three labelled boxes, of which the first takes the link of the error summary', () => {
  const markup = html(
    <DateField
      name="born"
      legend="Born"
      error="No such day"
      values={{ day: '31', month: '2', year: '2026' }}
    />,
  );
  for (const [id, name] of [
    ['born', 'born-day'],
    ['born-month', 'born-month'],
    ['born-year', 'born-year'],
  ]) {
    expect(markup).toContain(`<label for="${id}"`);
    expect(withId(markup, String(id))[0]).toContain(`name="${name}"`);
  }
});

describe('the error summary', () => {
  test('takes focus without a script and leads to the fields', () => {
    const markup = html(
      <ErrorSummary errors={[{ id: 'email', message: 'Fill in' }, { message: 'Stale' }]} />,
    );
    expect(markup).toMatch(/^<div tabindex="-1" autofocus="" role="alert"/);
    expect(markup).toContain('<a href="#email"');
    expect(markup).toContain('Stale');
  });

  test('is absent while nothing is wrong', () => {
    expect(html(<ErrorSummary errors={[]} />)).toBe('');
  });
});

test('a table stays a table to screen readers when its rows become lists', () => {
  const markup = html(
    <Table
      caption="Rows"
      rows={['one']}
      rowKey={(row) => row}
      columns={[
        { key: 'a', heading: 'Name', cell: (row) => row },
        { key: 'b', heading: 'Count', cell: () => '1', figures: true },
      ]}
    />,
  );
  for (const role of ['table', 'row', 'columnheader', 'rowheader', 'cell'])
    expect(markup).toContain(`role="${role}"`);
  expect(markup).toContain('data-label="Count"');
});
