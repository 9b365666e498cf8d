import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import published from '../domain/rules/vectors.json' with { type: 'json' };

const PROGRAM = `import('./app/cli/deadline.ts').then(async (m) => { process.exitCode = await m.run(process.argv.slice(1)); })`;

/** Runs the verb in a process of its own, with the machine's zone and language set as given. */
function habeas(argv: string[], input: string, env: Record<string, string> = {}) {
  return new Promise<{ code: number | null; lines: string[]; stderr: string }>((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', PROGRAM, '--', ...argv], {
      env: { ...process.env, ...env },
    });
    let out = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, lines: out.split('\n').filter(Boolean), stderr }));
    child.stdin.end(input);
  });
}
const questions = `${published.vectors.map((v) => JSON.stringify(v)).join('\n')}\n`;

test('all published cases are answered line by line, in order, the same in every zone and language of the machine', async () => {
  const here = await habeas(['--ndjson'], questions, { TZ: 'UTC', LANG: 'C' });
  const apia = await habeas(['--ndjson'], questions, {
    TZ: 'Pacific/Apia',
    LANG: 'ar_EG.UTF-8',
    LC_ALL: 'ar_EG.UTF-8',
  });
  const pago = await habeas(['--ndjson'], questions, { TZ: 'Pacific/Pago_Pago', LANG: 'ko_KR.UTF-8' });
  expect(here.code).toBe(0);
  expect(here.stderr).toBe('');
  expect(apia.lines).toEqual(here.lines);
  expect(pago.lines).toEqual(here.lines);
  const answers = here.lines.map((line) => JSON.parse(line));
  expect(answers.map((a) => a.id)).toEqual(published.vectors.map((v) => v.id));
  published.vectors.forEach((vector, i) => {
    expect(answers[i], vector.id).toMatchObject(vector.expected);
  });
});

test('a bad line is refused in its place, the others are answered, and the exit code is 1', async () => {
  const [first, second] = questions.split('\n');
  const { code, lines } = await habeas(['--ndjson'], `${first}\nnonsense\n${second}`);
  expect(code).toBe(1);
  expect(lines.map((line) => Object.keys(JSON.parse(line)).slice(0, 2))).toEqual([
    ['id', 'due'],
    ['id', 'error'],
    ['id', 'due'],
  ]);
});

test('a byte order mark, carriage returns, blank lines and a missing last line feed change nothing', async () => {
  const [first = '', second = ''] = questions.split('\n');
  const plain = await habeas(['--ndjson'], `${first}\n${second}\n`);
  const odd = await habeas(['--ndjson'], `\uFEFF${first}\r\n\r\n  \n${second}`);
  expect(odd).toEqual(plain);
});

test('a line separator inside a text does not end a line', async () => {
  const question = JSON.stringify({ ...published.vectors[0], id: 'a\u2028b' });
  const { code, lines } = await habeas(['--ndjson'], `${question}\n`);
  expect(code).toBe(0);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: 'a\u2028b' });
});

test('a line without end takes bounded memory and is refused; the next one is answered', async () => {
  const [first = ''] = questions.split('\n');
  const { code, lines } = await habeas(['--ndjson'], `{"id":"${'a'.repeat(5_000_000)}"}\n${first}\n`);
  expect(code).toBe(1);
  const answers = lines.map((line) => JSON.parse(line));
  expect(answers[0].error).toMatchObject({
    code: 'invalid_json',
    expected: 'a line of less than 1048576 characters',
  });
  expect(answers[1]).toMatchObject({ id: published.vectors[0]?.id, ...published.vectors[0]?.expected });
});

test('what is nested too deeply to be written back is refused, and the line after it is answered', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const [first = ''] = questions.split('\n');
  const asked = [`{"id":${deep}}`, `{"id":"x","jurisdiction":${deep}}`, first].join('\n');
  const { code, lines } = await habeas(['--ndjson'], asked);
  const answers = lines.map((line) => JSON.parse(line));
  expect(code).toBe(1);
  expect(answers.map((a) => [a.id, a.error?.path])).toEqual([
    [null, 'id'],
    ['x', 'jurisdiction'],
    [published.vectors[0]?.id, undefined],
  ]);
});

test('a refusal names the line, in the answer where nothing else could, and for people on stderr', async () => {
  const { lines, stderr } = await habeas(['--ndjson'], '\nnonsense\n{"id":"x","jurisdiction":"XX"}\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    id: null,
    error: { path: 'line 2', value: 'nonsense' },
  });
  expect(stderr.split('\n').slice(0, 2)).toEqual([
    'line 2: "nonsense"; expected one JSON object a line',
    expect.stringContaining('line 3, jurisdiction: "XX"; expected one of EEA'),
  ]);
});

test('without --ndjson it says how it is used, prints no data and exits 2', async () => {
  const { code, lines, stderr } = await habeas([], '');
  expect({ code, lines }).toEqual({ code: 2, lines: [] });
  expect(stderr).toContain('usage');
});

test('an answer comes before the next question is asked', async () => {
  const child = spawn(process.execPath, ['-e', PROGRAM, '--', '--ndjson']);
  const answered = new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk))),
  );
  child.stdin.write(`${questions.split('\n')[0]}\n`);
  expect(JSON.parse(await answered)).toMatchObject({ id: published.vectors[0]?.id });
  const closed = new Promise((resolve) => child.on('close', resolve));
  child.stdin.end();
  expect(await closed).toBe(0);
});
