import { setTimeout as sleep } from 'node:timers/promises';
import { demo } from '../../support/e2e-setup.ts';
import { type Browser, type Fields, redirectOf, type Visit, visit } from './visit.ts';

/** The people of the demo by what they may do; the colleague is an officer too. */
export const STAFF = {
  officer: 'robin.vermeer',
  colleague: 'jiwoo.park',
  administrator: 'amal.nasser',
  auditor: 'chris.novak',
} as const;
export type Staff = keyof typeof STAFF;

/** The signed-in browser of one of them. */
export function browserOf(who: Staff): Browser {
  const found = demo().signedIn[STAFF[who]];
  if (!found) throw new Error(`${STAFF[who]} is not signed in; expected the set-up to have done it`);
  return found;
}

/** A visit by one of them. */
export function staff(who: Staff, locale = 'en'): Promise<Visit> {
  return visit({ browser: browserOf(who), locale });
}

const LONGEST_WAIT = 60_000;
export const REASON = 'Compared with what the account holds; all of it agrees.';

/** A case on the desk as one of its people works on it, button by button. */
export class Case {
  readonly desk: Visit;
  readonly reference: string;
  constructor(desk: Visit, reference: string) {
    this.desk = desk;
    this.reference = reference;
  }

  path(...parts: string[]): string {
    return ['/officer/cases', this.reference, ...parts].join('/');
  }

  /** The case page. */
  async page(): Promise<string> {
    const answer = await this.desk.get(this.path());
    if (answer.status() !== 200) throw new Error(`${this.path()}: got ${answer.status()}`);
    return answer.text();
  }

  /** The id of the item at a place, from zero. */
  async item(place = 0): Promise<string> {
    const found = [...(await this.page()).matchAll(/id="item-([0-9a-f-]{36})-heading"/g)].map(([, id]) => id);
    const id = [...new Set(found)][place];
    if (!id) throw new Error(`case ${this.reference}: no item at place ${place}`);
    return id;
  }

  /** Sends the form of a page of the case; it must lead back to the case with the word that it is done. */
  async act(verb: string, fields: Fields = {}): Promise<void> {
    const back = await redirectOf(await this.desk.post(this.path(...verb.split('/')), fields));
    if (!back.includes('?done=')) throw new Error(`${verb}: led to ${back}, expected the case with ?done=`);
  }

  /** Reads the notice that a page would send, then sends it. @returns its words */
  async notify(verb: string, fields: Fields): Promise<string> {
    const [name = '', query] = verb.split('?');
    const path = `${this.path(...name.split('/'))}${query ? `?${query}` : ''}`;
    const shown = await this.desk.post(path, fields);
    const notice = previewIn(await shown.text());
    if (shown.status() !== 200 || notice === undefined)
      throw new Error(`${verb}: got ${shown.status()}, expected a preview`);
    await redirectOf(await this.desk.post(path, { ...fields, previewed: notice }));
    return notice;
  }

  /** Proves by hand what an officer compared. */
  prove(attributes: Fields = {}): Promise<void> {
    return this.act('identity', {
      method: 'attribute_matching',
      compared: ['name', 'email', 'account_id', 'signed_declaration'],
      reason: REASON,
      ...attributes,
    });
  }

  /** Starts the collection and waits until it rests. @returns the case page then */
  async collect(): Promise<string> {
    await this.act('collect');
    return this.settled();
  }

  /** Marks the collection as looked at. */
  async review(): Promise<void> {
    const html = await (await this.desk.get(this.path('reviewed'))).text();
    const run = /name="run" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await this.act('reviewed', { run, looked: 'on' });
  }

  /** Has the package of an item built, and waits for it. */
  async build(item: string): Promise<string> {
    await this.act(`build/${item}`);
    return this.settled();
  }

  /** Waits until neither collection nor package moves. */
  private async settled(): Promise<string> {
    const end = Date.now() + LONGEST_WAIT;
    for (;;) {
      const html = await this.page();
      if (!/http-equiv="refresh"/i.test(html)) return html;
      if (Date.now() > end) throw new Error(`case ${this.reference}: still moving after ${LONGEST_WAIT} ms`);
      await sleep(200);
    }
  }

  /** Source ids by `dataset/collection`, of those with rows to look at. */
  async sources(): Promise<Map<string, string>> {
    const links = (await this.page()).matchAll(
      /cases\/[^/"]+\/rows\/([0-9a-f-]{36})"><bdi[^>]*>([^<]+)<\/bdi>/g,
    );
    return new Map([...links].map(([, id = '', name = '']) => [name, id]));
  }
}

/** Opens a case as one of the desk. */
export async function openCase(reference: string, who: Staff = 'officer'): Promise<Case> {
  return new Case(await staff(who), reference);
}

/** The words of a notice that a page shows before it is sent. */
export function previewIn(html: string): string | undefined {
  const value = /name="previewed" value="([^"]*)"/.exec(html)?.[1];
  return value
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
