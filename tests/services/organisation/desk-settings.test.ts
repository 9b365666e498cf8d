import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addClosure,
  readDeskSettings,
  removeClosure,
  removeWorkTarget,
  setWorkTarget,
} from '#app/services/organisation/desk-settings.ts';
import { type Desk, openDesk } from '#tests/services/cases/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.base.drop());

describe('the settings of the desk', () => {
  it('are changed by an administrator only, read by an auditor too', async () => {
    const closure = { calendar: 'NL', day: '2026-12-24', reason: 'Proclaimed' };
    const target = { jurisdiction: 'EEA', right: 'withdraw_consent', calendarDays: 3 } as const;
    for (const ctx of [desk.ctx, desk.officer, desk.auditor]) {
      expect(() => addClosure(ctx, closure)).toThrow('staff_role_required');
      expect(() => setWorkTarget(ctx, target)).toThrow('staff_role_required');
      expect(() => removeWorkTarget(ctx, target)).toThrow('staff_role_required');
      expect(() => removeClosure(ctx, '')).toThrow('staff_role_required');
    }
    await expect(readDeskSettings(desk.officer)).rejects.toThrow('staff_role_required');
    await expect(readDeskSettings(desk.auditor)).resolves.toMatchObject({ closures: [], targets: [] });
  });

  it('keep a closure day once, and let it go', async () => {
    const closure = { calendar: 'NL', day: '2026-12-02', reason: 'A day of mourning' };
    await addClosure(desk.administrator, closure);
    await addClosure(desk.administrator, { ...closure, calendar: 'DE' });
    await expect(addClosure(desk.administrator, closure)).rejects.toMatchObject({ code: 'closure_known' });
    const { closures } = await readDeskSettings(desk.administrator);
    expect(closures).toHaveLength(2);
    for (const { id } of closures) await removeClosure(desk.administrator, id);
    expect((await readDeskSettings(desk.administrator)).closures).toEqual([]);
  });

  it('move the date of a law that counts by the calendar of an added holiday', async () => {
    const { items } = await desk.file();
    const due = (await desk.item(items[0] ?? '')).deadline?.due ?? '';
    await addClosure(desk.administrator, { calendar: 'NL', day: due, reason: 'A day of mourning' });
    const again = await desk.file();
    expect((await desk.item(again.items[0] ?? '')).deadline?.dueUnrolled).toBe(due);
    const { closures } = await readDeskSettings(desk.administrator);
    await removeClosure(desk.administrator, closures[0]?.id ?? '');
  });

  it('refuse a calendar that does not exist', () => {
    const closure = { calendar: 'organisation', day: '2026-12-02', reason: 'Moving house' };
    expect(() => addClosure(desk.administrator, closure)).toThrow('calendar');
  });

  it('steer by a work target where the law gives no number', async () => {
    const target = { jurisdiction: 'EEA', right: 'withdraw_consent', calendarDays: 3 } as const;
    await setWorkTarget(desk.administrator, { ...target, calendarDays: 9 });
    await setWorkTarget(desk.administrator, target);
    const { items } = await desk.file({ items: [{ right: 'withdraw_consent', details: {} }] });
    const item = await desk.item(items[0] ?? '');
    expect([item.deadline?.due, item.deadline?.steerBy]).toEqual([null, '2026-11-05']);
    await removeWorkTarget(desk.administrator, target);
    expect((await readDeskSettings(desk.administrator)).targets).toEqual([]);
    await expect(removeWorkTarget(desk.administrator, target)).rejects.toMatchObject({ name: 'NotFound' });
  });
});
