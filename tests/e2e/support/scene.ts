import { generateNorthwind } from '#db/northwind/generate.ts';
import { personas } from '#db/northwind/personas.ts';
import { type Case, openCase } from './desk.ts';
import { type Filed, fileAndConfirm, fileRequest } from './file-request.ts';
import { redirectOf } from './visit.ts';

/** Requests at the stages that pages need, each with the browser of its data subject and its case on the desk. */
export interface Scene {
  /** Access, decided and delivered, with a question that was answered with a file. */
  readonly done: Stage & { readonly file: string; readonly package: string };
  /** Access, collected and not yet reviewed, with something withheld. */
  readonly open: Stage & { readonly source: string; readonly withholding: string };
  /** Two records behind one address. */
  readonly shared: Stage & { readonly candidate: string };
  /** Access, waiting for the data subject's answer, and portability, to be sent to another controller. */
  readonly asked: Stage & { readonly transfer: string };
  /** Erasure, at work. */
  readonly erasure: Stage;
  /** Filed, its mailbox not proven yet. */
  readonly unproven: Filed;
}

export interface Stage extends Filed {
  readonly found: Case;
  readonly item: string;
}

/** The first customer who is no persona: personas belong to the journeys, since an address gets five codes an hour. */
const FIRST_STRANGER = Object.keys(personas).length;
let strangers: { email: string; fullName: string }[] | undefined;

/** A customer whom no other test of this worker has taken. */
function stranger(place: number) {
  strangers ??= (generateNorthwind().accounts as { email: string; full_name: string }[])
    .slice(FIRST_STRANGER)
    .map(({ email, full_name }) => ({ email, fullName: full_name }));
  const found = strangers[place];
  if (!found) throw new Error(`no customer at place ${place}`);
  return found;
}

/**
 * Makes the scene by the product's own pages.
 * @param offset places in the list of customers, so that scenes do not share anybody
 * @param worker number of Playwright's worker: one that is started again must not ask for codes where the first did
 */
export async function setScene(offset: number, worker: number, locale = 'en'): Promise<Scene> {
  let place = offset + 100 * (worker % 9);
  const file = async (rights: Record<string, Record<string, string | string[]>>) => {
    const { email, fullName } = stranger(place++);
    return fileAndConfirm({ country: 'NL', rights, name: fullName, email, locale });
  };
  const stage = async (filed: Filed): Promise<Stage> => {
    const found = await openCase(filed.reference);
    return { ...filed, found, item: await found.item() };
  };
  const access = { access: { about: ['everything'] } };

  const open = await stage(await file(access));
  await open.found.collect();
  const source = [...(await open.found.sources()).values()].at(-1) ?? '';
  await redirectOf(
    await open.found.desk.post(open.found.path('withhold', source), {
      ground: 'security',
      citation: 'GDPR Art. 32',
    }),
  );
  const withholding = /\/lift\/([0-9a-f-]{36})/.exec(await open.found.page())?.[1] ?? '';

  const done = await stage(await file(access));
  await done.found.act(`question/${done.item}`, { question: 'Which years do you mean by "everything"?' });
  await done.visit.upload('/track/case/answer', {
    body: 'All of them.',
    files: { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('since 2019\n') },
  });
  await done.found.collect();
  await done.found.review();
  const built = await done.found.build(done.item);
  await done.found.act(`deliver/${done.item}`);
  await done.found.notify(`decide/${done.item}?outcome=fulfilled`, { reasons: '' });

  const portability = { scope: 'everything', receiver: 'southwind' };
  const asked = await stage(await file({ ...access, portability }));
  await asked.found.act(`question/${asked.item}`, { question: 'Which years do you mean by "everything"?' });

  // Filed from an address of her own and proven by hand, so that no code is asked for the shared one.
  const sharing = stranger(place++);
  const shared = await stage(
    await fileRequest({
      country: 'NL',
      rights: access,
      name: sharing.fullName,
      email: sharing.email,
      locale,
    }),
  );
  await shared.found.prove({ email: personas.sharedAddress.email });
  const candidates = await shared.found.collect();

  const erasure = await stage(await file({ erasure: { scope: 'everything' } }));
  const { email, fullName } = stranger(place++);
  const unproven = await fileRequest({ country: 'NL', rights: access, name: fullName, email, locale });
  return {
    open: { ...open, source, withholding },
    done: {
      ...done,
      file: /\/files\/([0-9a-f-]{36})/.exec(built)?.[1] ?? '',
      package: /\/package\/([0-9a-f-]{36})/.exec(await done.found.page())?.[1] ?? '',
    },
    shared: { ...shared, candidate: /\/match\/([0-9a-f-]{36})/.exec(candidates)?.[1] ?? '' },
    asked: { ...asked, transfer: await asked.found.item(1) },
    erasure,
    unproven,
  };
}
